ALTER TABLE "rounds" ADD COLUMN "threshold" integer;--> statement-breakpoint
UPDATE "rounds" SET "threshold" = greatest(5, coalesce((SELECT (value #>> '{}')::int FROM settings WHERE key = 'disclosureThreshold' AND jsonb_typeof(value) = 'number'), 10)) WHERE "published_at" IS NOT NULL;
