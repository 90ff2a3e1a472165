ALTER TABLE "improvements" DROP CONSTRAINT "improvements_project";--> statement-breakpoint
ALTER TABLE "improvements" DROP CONSTRAINT "improvements_partner_id_units_id_fk";
--> statement-breakpoint
ALTER TABLE "improvements" DROP COLUMN "partner_id";--> statement-breakpoint
ALTER TABLE "improvements" DROP COLUMN "project";