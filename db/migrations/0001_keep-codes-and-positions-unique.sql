CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
ALTER TABLE "area_codes" ADD CONSTRAINT "area_codes_once" EXCLUDE USING gist ("scheme" WITH =, "code" WITH =, daterange("valid_from", "valid_to", '[]') WITH &&);--> statement-breakpoint
ALTER TABLE "areas" DROP CONSTRAINT "areas_pos_key";--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_pos_key" UNIQUE ("pos") DEFERRABLE INITIALLY DEFERRED;
