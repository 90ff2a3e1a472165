ALTER TABLE "agreement_tasks" ADD COLUMN "added_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD COLUMN "added_at" timestamp (3) with time zone;