ALTER TABLE "instruments" ALTER COLUMN "group_by" SET DATA TYPE text[] USING array_remove(array["group_by"], null);--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "group_by" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "group_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_groups" CHECK (cardinality("instruments"."group_by") <= 2);