DROP INDEX "cases_call_back_idx";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "callback_reason" text;--> statement-breakpoint
CREATE INDEX "cases_callback_reason_idx" ON "cases" USING btree ("area_pos","called_back_at") WHERE callback_reason is not null;--> statement-breakpoint
CREATE INDEX "cases_call_back_idx" ON "cases" USING btree ("area_pos") WHERE state = 'closed' and close_reason in ('solved', 'explained');--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_callback_reason" CHECK ("cases"."callback_reason" is null or ("cases"."callback_outcome" is not distinct from 'reached'));