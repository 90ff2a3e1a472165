CREATE TABLE "reply_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"name" text NOT NULL,
	"move" text NOT NULL,
	"category_code" text,
	"body" text NOT NULL,
	"changed_name" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reply_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"first" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_templates_pos_idx" ON "reply_templates" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "saved_views_owner_idx" ON "saved_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_views_pos_idx" ON "saved_views" USING btree ("area_pos") WHERE shared;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_first_key" ON "saved_views" USING btree ("owner_id") WHERE first and removed_at is null;--> statement-breakpoint
CREATE POLICY "reply_templates_read" ON "reply_templates" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "reply_templates_insert" ON "reply_templates" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "reply_templates_update" ON "reply_templates" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "saved_views_read" ON "saved_views" AS PERMISSIVE FOR SELECT TO public USING (owner_id = current_setting('app.account')::uuid or (shared and area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = ''));--> statement-breakpoint
CREATE POLICY "saved_views_insert" ON "saved_views" AS PERMISSIVE FOR INSERT TO public WITH CHECK (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int);--> statement-breakpoint
CREATE POLICY "saved_views_update" ON "saved_views" AS PERMISSIVE FOR UPDATE TO public USING (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int) WITH CHECK (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int);