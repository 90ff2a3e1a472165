ALTER TABLE "areas" RENAME COLUMN "area_m_2" TO "area_m2";--> statement-breakpoint
ALTER TABLE "areas" RENAME COLUMN "covered_m_2" TO "covered_m2";
