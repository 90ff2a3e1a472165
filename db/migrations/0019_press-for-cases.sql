CREATE TABLE "urges" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"reason" text NOT NULL,
	"urged_by" uuid NOT NULL,
	"urged_name" text NOT NULL,
	"urged_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_name" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "urges_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "urges_answered" CHECK (("urges"."answered_at" is null) = ("urges"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "urges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_urged_by_accounts_id_fk" FOREIGN KEY ("urged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "urges_open_key" ON "urges" USING btree ("case_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "urges_due_idx" ON "urges" USING btree ("area_pos","due_at") WHERE answered_at is null;--> statement-breakpoint
CREATE POLICY "urges_read" ON "urges" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "urges_insert" ON "urges" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "urges_update" ON "urges" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));