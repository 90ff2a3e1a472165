ALTER TABLE "cases" ADD COLUMN "source_hash" text;--> statement-breakpoint
CREATE INDEX "cases_import_idx" ON "cases" USING btree ("import_id") WHERE import_id is not null;