DROP INDEX "topic_notes_area_idx";--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "closing" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "closed_name" text;--> statement-breakpoint
CREATE INDEX "topic_notes_day_idx" ON "topic_notes" USING btree ("day","area_pos");--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_closed" CHECK (num_nulls("topics"."closing", "topics"."closed_on", "topics"."closed_name") in (0, 3));