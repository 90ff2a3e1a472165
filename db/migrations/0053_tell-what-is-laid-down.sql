CREATE TABLE "laid_versions" (
	"what" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "laid_versions" ENABLE ROW LEVEL SECURITY;