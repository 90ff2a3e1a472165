ALTER TABLE "reminder_marks" ADD COLUMN "digest_had" date;--> statement-breakpoint
ALTER TABLE "whistles" ADD COLUMN "due_limit" jsonb;--> statement-breakpoint
ALTER TABLE "whistles" ADD COLUMN "due_provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "whistles_provisional_idx" ON "whistles" USING btree ("due_at") WHERE due_provisional;