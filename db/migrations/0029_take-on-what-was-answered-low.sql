CREATE TABLE "improvement_cases" (
	"improvement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	CONSTRAINT "improvement_cases_improvement_id_case_id_pk" PRIMARY KEY("improvement_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "improvement_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "improvements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"item_code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"plan" text NOT NULL,
	"due_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"closing" text,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "improvements_closed" CHECK (("improvements"."outcome" is null) = ("improvements"."closing" is null) and ("improvements"."outcome" is null) = ("improvements"."closed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "improvements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "told_code" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_improvement_id_improvements_id_fk" FOREIGN KEY ("improvement_id") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvement_cases_pos_idx" ON "improvement_cases" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "improvements_pos_idx" ON "improvements" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "improvements_round_idx" ON "improvements" USING btree ("round_id","area_pos");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_told_code_key" UNIQUE("told_code");--> statement-breakpoint
CREATE POLICY "improvement_cases_read" ON "improvement_cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvement_cases_insert" ON "improvement_cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvement_cases_update" ON "improvement_cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_read" ON "improvements" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_insert" ON "improvements" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_update" ON "improvements" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');