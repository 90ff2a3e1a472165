CREATE SEQUENCE "public"."category_codes" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999 START WITH 900001 CACHE 1;--> statement-breakpoint
CREATE TABLE "category_rules" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"close_limit" integer,
	"close_unit" text,
	"contact_limit" integer,
	"contact_unit" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"notice" text,
	"words" text[] DEFAULT '{}' NOT NULL,
	"emergency" text,
	"emergency_words" text[] DEFAULT '{}' NOT NULL,
	"questions" jsonb DEFAULT '[]' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "category_rules_area_id_code_pk" PRIMARY KEY("area_id","code"),
	CONSTRAINT "category_rules_limits" CHECK (("category_rules"."close_limit" is null) = ("category_rules"."close_unit" is null) and ("category_rules"."contact_limit" is null) = ("category_rules"."contact_unit" is null) and "category_rules"."close_limit" > 0 and "category_rules"."contact_limit" > 0)
);
--> statement-breakpoint
ALTER TABLE "category_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_sources" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"source" text NOT NULL,
	"columns" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_sources_area_id_source_pk" PRIMARY KEY("area_id","source")
);
--> statement-breakpoint
ALTER TABLE "case_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "cases_number_idx";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "answers" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "notice" text;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "words" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "emergency" text;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "emergency_words" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "questions" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "area_id" uuid;--> statement-breakpoint
ALTER TABLE "category_rules" ADD CONSTRAINT "category_rules_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_rules" ADD CONSTRAINT "category_rules_code_categories_code_fk" FOREIGN KEY ("code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sources" ADD CONSTRAINT "case_sources_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "category_rules_code_idx" ON "category_rules" USING btree ("code","area_pos");--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number_idx" ON "cases" USING btree ("number");--> statement-breakpoint
DROP POLICY "categories_update" ON "categories" CASCADE;--> statement-breakpoint
CREATE POLICY "category_rules_read" ON "category_rules" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int);--> statement-breakpoint
CREATE POLICY "category_rules_insert" ON "category_rules" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official'));--> statement-breakpoint
CREATE POLICY "category_rules_update" ON "category_rules" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official')) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official'));--> statement-breakpoint
CREATE POLICY "case_sources_read" ON "case_sources" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_sources_insert" ON "case_sources" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_sources_update" ON "case_sources" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
ALTER POLICY "categories_insert" ON "categories" TO public WITH CHECK (current_setting('app.role') in ('official') and area_id in (select a.id from areas a where a.pos between current_setting('app.lo')::int and current_setting('app.hi')::int));