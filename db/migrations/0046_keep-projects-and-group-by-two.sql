ALTER TABLE "instruments" ALTER COLUMN "group_by" SET DATA TYPE text[] USING array_remove(array["group_by"], null);--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "group_by" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "group_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_groups" CHECK (cardinality("instruments"."group_by") <= 2);--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"partner_id" uuid NOT NULL,
	"offer" text NOT NULL,
	"need" text NOT NULL,
	"promised_by" date NOT NULL,
	"kept_on" date,
	CONSTRAINT "projects_words" CHECK (length("projects"."offer") between 1 and 120 and length("projects"."need") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "improvements" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_partner_id_units_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projects_pos_idx" ON "projects" USING btree ("area_pos","promised_by");--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "projects_read" ON "projects" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "projects_insert" ON "projects" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "projects_update" ON "projects" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
INSERT INTO "projects" ("id", "area_id", "area_pos", "partner_id", "offer", "need", "promised_by")
SELECT "id", "area_id", "area_pos", "partner_id", "project", left("plan", 300), "due_on" FROM "improvements" WHERE "partner_id" IS NOT NULL;--> statement-breakpoint
UPDATE "improvements" SET "project_id" = "id" WHERE "partner_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "improvements" DROP CONSTRAINT "improvements_project";--> statement-breakpoint
ALTER TABLE "improvements" DROP CONSTRAINT "improvements_partner_id_units_id_fk";
--> statement-breakpoint
ALTER TABLE "improvements" DROP COLUMN "partner_id";--> statement-breakpoint
ALTER TABLE "improvements" DROP COLUMN "project";