CREATE TABLE "paper_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"begun_on" date NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"forms" integer,
	"checked" integer,
	"compared" integer,
	"differing" integer
);
--> statement-breakpoint
ALTER TABLE "paper_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paper_forms" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"marks" jsonb NOT NULL,
	"compared" integer,
	"differing" integer,
	CONSTRAINT "paper_forms_batch_id_number_pk" PRIMARY KEY("batch_id","number")
);
--> statement-breakpoint
ALTER TABLE "paper_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_forms" ADD CONSTRAINT "paper_forms_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_batches_round_idx" ON "paper_batches" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE POLICY "paper_batches_read" ON "paper_batches" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "paper_batches_insert" ON "paper_batches" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');