ALTER TABLE "rounds" DROP CONSTRAINT "rounds_author";--> statement-breakpoint
UPDATE "rounds" SET "published_by" = NULL WHERE "published_by" = "opened_by";--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_author" CHECK ("rounds"."published_by" is distinct from "rounds"."opened_by" or "rounds"."published_by" is null);--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "threshold" integer;--> statement-breakpoint
UPDATE "rounds" SET "threshold" = greatest(5, coalesce((SELECT (value #>> '{}')::int FROM settings WHERE key = 'disclosureThreshold' AND jsonb_typeof(value) = 'number'), 10)) WHERE "published_at" IS NOT NULL;
