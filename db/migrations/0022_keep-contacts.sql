CREATE TABLE "case_contacts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"sealed" text,
	"given_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "case_contacts_erased" CHECK (("case_contacts"."sealed" is null) = ("case_contacts"."erased_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "case_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_contacts" ADD CONSTRAINT "case_contacts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "case_contacts_read" ON "case_contacts" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_contacts_insert" ON "case_contacts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_contacts_update" ON "case_contacts" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));