CREATE TABLE "case_links" (
	"case_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_links_case_id_other_id_pk" PRIMARY KEY("case_id","other_id"),
	CONSTRAINT "case_links_other" CHECK ("case_links"."case_id" <> "case_links"."other_id")
);
--> statement-breakpoint
ALTER TABLE "case_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "transferred_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_requests" ADD COLUMN "to_area_id" uuid;--> statement-breakpoint
ALTER TABLE "case_requests" ADD COLUMN "to_pos" integer;--> statement-breakpoint
ALTER TABLE "case_requests" ADD COLUMN "to_name" text;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_to_area_id_areas_id_fk" FOREIGN KEY ("to_area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_requests_to_idx" ON "case_requests" USING btree ("to_pos") WHERE decided_at is null;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_to" CHECK (("case_requests"."to_area_id" is not null) = ("case_requests"."kind" = 'transfer') and ("case_requests"."to_pos" is not null) = ("case_requests"."kind" = 'transfer'));--> statement-breakpoint
CREATE POLICY "case_links_read" ON "case_links" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_links_insert" ON "case_links" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_links_update" ON "case_links" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));