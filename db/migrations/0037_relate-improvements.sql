ALTER TABLE "improvements" ADD COLUMN "topic_id" uuid;--> statement-breakpoint
ALTER TABLE "improvements" ADD COLUMN "station_id" uuid;--> statement-breakpoint
ALTER TABLE "improvements" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "improvements" ADD COLUMN "project" text;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_partner_id_units_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "improvements_topic_idx" ON "improvements" USING btree ("topic_id");--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_project" CHECK (("improvements"."partner_id" is null) = ("improvements"."project" is null));