CREATE TABLE "case_requests" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_name" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "case_requests_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "case_requests_decided" CHECK (("case_requests"."decided_at" is null) = ("case_requests"."outcome" is null)),
	CONSTRAINT "case_requests_another" CHECK ("case_requests"."outcome" = 'lapsed' or "case_requests"."decided_by" <> "case_requests"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "case_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "lead_unit_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reopened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reopened_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "area_days" ADD COLUMN "reopened" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_requests_open_key" ON "case_requests" USING btree ("case_id","kind") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "case_requests_due_idx" ON "case_requests" USING btree ("area_pos","due_at") WHERE decided_at is null;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "case_requests_read" ON "case_requests" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_requests_insert" ON "case_requests" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_requests_update" ON "case_requests" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
UPDATE "cases" SET "lead_unit_id" = "unit_id" WHERE "unit_id" IS NOT NULL;
