CREATE TABLE "topic_cases" (
	"topic_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "topic_cases_topic_id_case_id_pk" PRIMARY KEY("topic_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "topic_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_notes" (
	"topic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"day" date NOT NULL,
	"note" text NOT NULL,
	"noted_name" text NOT NULL,
	CONSTRAINT "topic_notes_topic_id_id_pk" PRIMARY KEY("topic_id","id")
);
--> statement-breakpoint
ALTER TABLE "topic_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_tasks" (
	"topic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"task" text NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"done_note" text,
	CONSTRAINT "topic_tasks_topic_id_id_pk" PRIMARY KEY("topic_id","id"),
	CONSTRAINT "topic_tasks_done" CHECK (("topic_tasks"."done_on" is null) = ("topic_tasks"."done_note" is null))
);
--> statement-breakpoint
ALTER TABLE "topic_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"title" text NOT NULL,
	"goal" text NOT NULL,
	"category_codes" text[] NOT NULL,
	"keyword" text,
	"lead_unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"opened_name" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "topics_matter" CHECK (cardinality("topics"."category_codes") > 0 or "topics"."keyword" is not null),
	CONSTRAINT "topics_days" CHECK ("topics"."ends_on" >= "topics"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topic_cases_case_idx" ON "topic_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "topic_notes_area_idx" ON "topic_notes" USING btree ("area_id","day");--> statement-breakpoint
CREATE INDEX "topic_tasks_pos_idx" ON "topic_tasks" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "topics_pos_idx" ON "topics" USING btree ("area_pos","starts_on");--> statement-breakpoint
CREATE POLICY "topic_cases_read" ON "topic_cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_cases_insert" ON "topic_cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_cases_update" ON "topic_cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_read" ON "topic_notes" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_insert" ON "topic_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_update" ON "topic_notes" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_read" ON "topic_tasks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_insert" ON "topic_tasks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_update" ON "topic_tasks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_read" ON "topics" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_insert" ON "topics" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_update" ON "topics" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');