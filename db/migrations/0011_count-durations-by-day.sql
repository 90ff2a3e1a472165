CREATE TABLE "duration_days" (
	"area_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
	"area_pos" integer NOT NULL,
	"contact" integer[] NOT NULL,
	"dispatch" integer[] NOT NULL,
	CONSTRAINT "duration_days_area_id_day_slot_pk" PRIMARY KEY("area_id","day","slot")
);
--> statement-breakpoint
ALTER TABLE "duration_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mix_days" DROP CONSTRAINT "mix_days_area_id_dimension_day_key_pk";--> statement-breakpoint
ALTER TABLE "mix_days" ADD COLUMN "slot" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mix_days" ADD CONSTRAINT "mix_days_area_id_dimension_day_key_slot_pk" PRIMARY KEY("area_id","dimension","day","key","slot");--> statement-breakpoint
ALTER TABLE "duration_days" ADD CONSTRAINT "duration_days_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "duration_days_read" ON "duration_days" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');