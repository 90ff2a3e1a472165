CREATE INDEX "topic_notes_pos_idx" ON "topic_notes" USING btree ("area_pos","day");--> statement-breakpoint
CREATE INDEX "topics_day_idx" ON "topics" USING btree ("starts_on","area_pos");