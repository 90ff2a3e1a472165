CREATE TABLE "whistles" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"task" text NOT NULL,
	"called_by" uuid NOT NULL,
	"called_name" text NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"arrive_due_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"arrived_name" text,
	"outcome" text,
	"answer" text,
	"answered_name" text,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"end_note" text,
	CONSTRAINT "whistles_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "whistles_answered" CHECK (("whistles"."answered_at" is null) = ("whistles"."answer" is null) and ("whistles"."answered_at" is null) = ("whistles"."outcome" is null) and ("whistles"."answered_at" is null or "whistles"."arrived_at" is not null)),
	CONSTRAINT "whistles_ended" CHECK (("whistles"."ended_at" is null) = ("whistles"."end_reason" is null) and ("whistles"."ended_at" is null or "whistles"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "whistles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_called_by_accounts_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "whistles_open_key" ON "whistles" USING btree ("case_id","unit_id") WHERE answered_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "whistles_unit_idx" ON "whistles" USING btree ("unit_id","called_at");--> statement-breakpoint
CREATE INDEX "whistles_pos_idx" ON "whistles" USING btree ("area_pos","called_at");--> statement-breakpoint
CREATE INDEX "whistles_due_idx" ON "whistles" USING btree ("area_pos","due_at") WHERE answered_at is null and ended_at is null;--> statement-breakpoint
CREATE POLICY "whistles_read" ON "whistles" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or (unit_id = nullif(current_setting('app.unit'), '')::uuid and end_reason is distinct from 'withdrawn') or exists (select 1 from assignments a where a.case_id = whistles.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "whistles_insert" ON "whistles" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "whistles_update" ON "whistles" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
ALTER POLICY "cases_read" ON "cases" TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = ''
     or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
     or exists (select 1 from whistles w where w.case_id = cases.id and w.unit_id = nullif(current_setting('app.unit'), '')::uuid and w.end_reason is distinct from 'withdrawn')));--> statement-breakpoint
ALTER POLICY "events_read" ON "events" TO public USING (case when subject = 'case' and current_setting('app.role') <> 'auditor'
              then area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
                   and (current_setting('app.unit') = ''
     or exists (select 1 from assignments a where a.case_id = events.subject_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
     or exists (select 1 from whistles w where w.case_id = events.subject_id and w.unit_id = nullif(current_setting('app.unit'), '')::uuid and w.end_reason is distinct from 'withdrawn'))
              else area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
                   and (current_setting('app.role') = 'auditor' or (subject not in ('account', 'setting') and current_setting('app.unit') = '')) end);