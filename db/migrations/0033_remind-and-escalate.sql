CREATE TABLE "escalation_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"clock" text NOT NULL,
	"late_by" integer NOT NULL,
	"unit" text NOT NULL,
	"to_role" text NOT NULL,
	"to_level" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "escalation_rules_late" CHECK (("escalation_rules"."unit" = 'work_hour' and "escalation_rules"."late_by" between 0 and 240) or ("escalation_rules"."unit" = 'times' and "escalation_rules"."late_by" between 2 and 10))
);
--> statement-breakpoint
ALTER TABLE "escalation_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "escalations" (
	"case_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"clock" text NOT NULL,
	"to_area_id" uuid NOT NULL,
	"to_role" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalations_case_id_rule_id_pk" PRIMARY KEY("case_id","rule_id")
);
--> statement-breakpoint
ALTER TABLE "escalations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_marks" (
	"grant_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"digest_hour" smallint DEFAULT 8,
	CONSTRAINT "reminder_marks_digest" CHECK ("reminder_marks"."digest_hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "reminder_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "case_texts_grams_idx";--> statement-breakpoint
TRUNCATE "case_texts", "text_changes";--> statement-breakpoint
ALTER TABLE "case_texts" ADD COLUMN "area_pos" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "case_texts" ADD COLUMN "registered_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
INSERT INTO case_texts (case_id, area_pos, registered_at, text) SELECT id, area_pos, registered_at, lower((title || chr(10) || body || chr(10) || coalesce(place, '')) COLLATE "C") FROM cases;--> statement-breakpoint
CREATE INDEX "case_texts_grams_idx" ON "case_texts" USING gin (array_to_tsvector(text_grams("text")));--> statement-breakpoint
ALTER TABLE "escalation_rules" ADD CONSTRAINT "escalation_rules_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_rule_id_escalation_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."escalation_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_to_area_id_areas_id_fk" FOREIGN KEY ("to_area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalation_rules_pos_idx" ON "escalation_rules" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "escalations_to_idx" ON "escalations" USING btree ("to_area_id","to_role","at");--> statement-breakpoint
CREATE INDEX "escalations_pos_idx" ON "escalations" USING btree ("area_pos","at");--> statement-breakpoint
CREATE INDEX "reminder_marks_account_idx" ON "reminder_marks" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "cases_sign_open_idx" ON "cases" USING btree ("sign_due_at","area_pos") WHERE state = 'dispatched';--> statement-breakpoint
CREATE POLICY "escalation_rules_read" ON "escalation_rules" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.tree_hi')::int and area_last >= current_setting('app.tree_lo')::int);--> statement-breakpoint
CREATE POLICY "escalation_rules_insert" ON "escalation_rules" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "escalation_rules_update" ON "escalation_rules" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "escalations_read" ON "escalations" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = escalations.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "reminder_marks_read" ON "reminder_marks" AS PERMISSIVE FOR SELECT TO public USING (account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "reminder_marks_insert" ON "reminder_marks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "reminder_marks_update" ON "reminder_marks" AS PERMISSIVE FOR UPDATE TO public USING (account_id = current_setting('app.account')::uuid) WITH CHECK (account_id = current_setting('app.account')::uuid);