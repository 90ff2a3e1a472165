-- A unit that never signed, or whose return was granted, leads no longer: the office that first received it does.
UPDATE "cases" c SET "lead_unit_id" = NULL
WHERE c."lead_unit_id" IS NOT NULL AND (c."state" IN ('registered', 'accepted') OR NOT EXISTS (
  SELECT 1 FROM "assignments" a WHERE a."case_id" = c."id" AND a."unit_id" = c."lead_unit_id" AND a."signed_at" IS NOT NULL
));
