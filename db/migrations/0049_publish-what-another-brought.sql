ALTER TABLE "rounds" DROP CONSTRAINT "rounds_author";--> statement-breakpoint
UPDATE "rounds" SET "published_by" = NULL WHERE "published_by" = "opened_by";--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_author" CHECK ("rounds"."published_by" is distinct from "rounds"."opened_by" or "rounds"."published_by" is null);