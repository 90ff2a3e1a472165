CREATE TABLE "callback_draws" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"seed" text NOT NULL,
	"share" smallint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"total" integer NOT NULL,
	"picked" integer NOT NULL,
	"drawn_name" text NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "callback_draws_counts" CHECK ("callback_draws"."picked" between 0 and "callback_draws"."total" and "callback_draws"."share" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "callback_draws" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "callback_picks" (
	"case_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"rank" integer NOT NULL,
	"picked" boolean NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "callback_picks_case_id_draw_id_pk" PRIMARY KEY("case_id","draw_id")
);
--> statement-breakpoint
ALTER TABLE "callback_picks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "callback_draws" ADD CONSTRAINT "callback_draws_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_picks" ADD CONSTRAINT "callback_picks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callback_draws_pos_idx" ON "callback_draws" USING btree ("area_pos","drawn_at");--> statement-breakpoint
CREATE POLICY "callback_draws_read" ON "callback_draws" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_draws_insert" ON "callback_draws" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_draws_update" ON "callback_draws" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_read" ON "callback_picks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_insert" ON "callback_picks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_update" ON "callback_picks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');