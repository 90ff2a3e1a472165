ALTER TABLE "cases" ADD COLUMN "callback_tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "callback_tried_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_callback_tries" CHECK (("cases"."callback_tries" = 0) = ("cases"."callback_tried_at" is null));