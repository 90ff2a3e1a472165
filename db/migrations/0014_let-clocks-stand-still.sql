ALTER TABLE "cases" ADD COLUMN "deferred_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "deferral_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "extension_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "deferral_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_requests" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "cases_deferred_idx" ON "cases" USING btree ("deferred_until") WHERE deferred_at is not null and closed_at is null;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_until" CHECK (("case_requests"."until" is not null) = ("case_requests"."kind" in ('extend', 'defer')));