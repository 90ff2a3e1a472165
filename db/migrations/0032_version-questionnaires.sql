ALTER TABLE "instruments" ADD COLUMN "area_id" uuid;--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "area_pos" integer;--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "area_last" integer;--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_draft" ON "instruments" USING btree ("key") WHERE "instruments"."published_at" is null;--> statement-breakpoint
UPDATE "instruments" SET "published_at" = now() WHERE "published_at" IS NULL;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_state" CHECK (("instruments"."draft" is null) = ("instruments"."published_at" is not null));--> statement-breakpoint
DROP POLICY "instrument_items_update" ON "instrument_items" CASCADE;--> statement-breakpoint
ALTER POLICY "instrument_items_insert" ON "instrument_items" TO public WITH CHECK (exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is null and i.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''));--> statement-breakpoint
ALTER POLICY "instruments_read" ON "instruments" TO public USING (published_at is not null or (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''));--> statement-breakpoint
ALTER POLICY "instruments_insert" ON "instruments" TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and published_at is null);--> statement-breakpoint
ALTER POLICY "instruments_update" ON "instruments" TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and published_at is null) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
ALTER POLICY "rounds_insert" ON "rounds" TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is not null));