-- Filled in by db/functions at every start; the policies below only need its name.
CREATE FUNCTION my_estates() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$ SELECT NULL::uuid WHERE false $$;--> statement-breakpoint
CREATE TABLE "agreement_tasks" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"agreement_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"done_note" text,
	"done_name" text,
	CONSTRAINT "agreement_tasks_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "agreement_tasks_done" CHECK (("agreement_tasks"."done_on" is null) = ("agreement_tasks"."done_name" is null))
);
--> statement-breakpoint
ALTER TABLE "agreement_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreements" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"agreed_on" date NOT NULL,
	"parties" text[] NOT NULL,
	CONSTRAINT "agreements_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "agreements_parties" CHECK (cardinality("agreements"."parties") between 2 and 3)
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estate_parties" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "estate_parties_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "estate_parties_dates" CHECK ("estate_parties"."ends_on" >= "estate_parties"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "estate_parties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estate_places" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"ended_on" date,
	CONSTRAINT "estate_places_estate_id_place_id_pk" PRIMARY KEY("estate_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "estate_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "estates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_marks" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"shared" boolean NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"found_on" date NOT NULL,
	"what" text NOT NULL,
	"settled_on" date,
	"result" text,
	"case_id" uuid,
	CONSTRAINT "findings_settled" CHECK (("findings"."settled_on" is null) = ("findings"."result" is null) and "findings"."settled_on" >= "findings"."found_on")
);
--> statement-breakpoint
ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_estate_id_agreement_id_agreements_estate_id_id_fk" FOREIGN KEY ("estate_id","agreement_id") REFERENCES "public"."agreements"("estate_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_place_id_areas_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estates" ADD CONSTRAINT "estates_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_marks" ADD CONSTRAINT "ledger_marks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_tasks_due_idx" ON "agreement_tasks" USING btree ("area_pos","due_on");--> statement-breakpoint
CREATE INDEX "agreement_tasks_unit_idx" ON "agreement_tasks" USING btree ("unit_id","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "estate_parties_open_key" ON "estate_parties" USING btree ("estate_id","role") WHERE ends_on is null;--> statement-breakpoint
CREATE INDEX "estate_parties_unit_idx" ON "estate_parties" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "estate_places_place_idx" ON "estate_places" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "estates_name_key" ON "estates" USING btree ("area_id","name");--> statement-breakpoint
CREATE INDEX "estates_pos_idx" ON "estates" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "findings_pos_idx" ON "findings" USING btree ("area_pos","found_on");--> statement-breakpoint
CREATE POLICY "agreement_tasks_read" ON "agreement_tasks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "agreement_tasks_insert" ON "agreement_tasks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "agreement_tasks_update" ON "agreement_tasks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "agreements_read" ON "agreements" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreements.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "agreements_insert" ON "agreements" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "agreements_update" ON "agreements" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_parties_read" ON "estate_parties" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estate_parties.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estate_parties_insert" ON "estate_parties" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_parties_update" ON "estate_parties" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_places_read" ON "estate_places" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estate_places.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estate_places_insert" ON "estate_places" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_places_update" ON "estate_places" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estates_read" ON "estates" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estates.id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estates_insert" ON "estates" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estates_update" ON "estates" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_read" ON "ledger_marks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_insert" ON "ledger_marks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_update" ON "ledger_marks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_read" ON "findings" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_insert" ON "findings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_update" ON "findings" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
ALTER POLICY "events_read" ON "events" TO public USING (case when subject = 'case' and current_setting('app.role') <> 'auditor'
              then area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
                   and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = events.subject_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))
              else area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
                   and (current_setting('app.role') = 'auditor' or (subject not in ('account', 'setting') and current_setting('app.unit') = '')) end);--> statement-breakpoint
ALTER POLICY "case_contacts_read" ON "case_contacts" TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));--> statement-breakpoint
ALTER POLICY "case_contacts_insert" ON "case_contacts" TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));--> statement-breakpoint
ALTER POLICY "case_contacts_update" ON "case_contacts" TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners'))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));