CREATE TABLE "count_changes" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"day" date NOT NULL,
	"what" text NOT NULL,
	"key" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "count_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "day_sums" (
	"area_id" uuid NOT NULL,
	"day" date NOT NULL,
	"area_pos" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"found_first" integer DEFAULT 0 NOT NULL,
	"channel_phone" integer DEFAULT 0 NOT NULL,
	"channel_hotline" integer DEFAULT 0 NOT NULL,
	"channel_visit" integer DEFAULT 0 NOT NULL,
	"channel_officer" integer DEFAULT 0 NOT NULL,
	"channel_station" integer DEFAULT 0 NOT NULL,
	"channel_web" integer DEFAULT 0 NOT NULL,
	"channel_open311" integer DEFAULT 0 NOT NULL,
	"channel_partner" integer DEFAULT 0 NOT NULL,
	"channel_order" integer DEFAULT 0 NOT NULL,
	"channel_other" integer DEFAULT 0 NOT NULL,
	"contact_on_time" integer DEFAULT 0 NOT NULL,
	"contact_late" integer DEFAULT 0 NOT NULL,
	"contact_open" integer DEFAULT 0 NOT NULL,
	"contact_not_valid" integer DEFAULT 0 NOT NULL,
	"contact_no_limit" integer DEFAULT 0 NOT NULL,
	"contacted" integer DEFAULT 0 NOT NULL,
	"dispatch_on_time" integer DEFAULT 0 NOT NULL,
	"dispatch_late" integer DEFAULT 0 NOT NULL,
	"dispatch_open" integer DEFAULT 0 NOT NULL,
	"dispatch_not_valid" integer DEFAULT 0 NOT NULL,
	"dispatch_on_spot" integer DEFAULT 0 NOT NULL,
	"dispatch_no_limit" integer DEFAULT 0 NOT NULL,
	"dispatched" integer DEFAULT 0 NOT NULL,
	"right_first" integer DEFAULT 0 NOT NULL,
	"joint" integer DEFAULT 0 NOT NULL,
	"closed_on_time" integer DEFAULT 0 NOT NULL,
	"closed_late" integer DEFAULT 0 NOT NULL,
	"close_open" integer DEFAULT 0 NOT NULL,
	"close_duplicate" integer DEFAULT 0 NOT NULL,
	"close_invalid" integer DEFAULT 0 NOT NULL,
	"close_out_of_scope" integer DEFAULT 0 NOT NULL,
	"close_withdrawn" integer DEFAULT 0 NOT NULL,
	"close_deferred" integer DEFAULT 0 NOT NULL,
	"close_no_limit" integer DEFAULT 0 NOT NULL,
	"finished" integer DEFAULT 0 NOT NULL,
	"reason_solved" integer DEFAULT 0 NOT NULL,
	"reason_explained" integer DEFAULT 0 NOT NULL,
	"reason_not_ours" integer DEFAULT 0 NOT NULL,
	"reason_withdrawn" integer DEFAULT 0 NOT NULL,
	"reason_duplicate" integer DEFAULT 0 NOT NULL,
	"reason_unstated" integer DEFAULT 0 NOT NULL,
	"callback_reached" integer DEFAULT 0 NOT NULL,
	"callback_unreachable" integer DEFAULT 0 NOT NULL,
	"callback_declined" integer DEFAULT 0 NOT NULL,
	"callback_contacted" integer DEFAULT 0 NOT NULL,
	"callback_solved" integer DEFAULT 0 NOT NULL,
	"callback_partly" integer DEFAULT 0 NOT NULL,
	"satisfaction_5" integer DEFAULT 0 NOT NULL,
	"satisfaction_4" integer DEFAULT 0 NOT NULL,
	"satisfaction_3" integer DEFAULT 0 NOT NULL,
	"satisfaction_2" integer DEFAULT 0 NOT NULL,
	"satisfaction_1" integer DEFAULT 0 NOT NULL,
	"checked" integer DEFAULT 0 NOT NULL,
	"reworked" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"extended" integer DEFAULT 0 NOT NULL,
	"deferred" integer DEFAULT 0 NOT NULL,
	"voided" integer DEFAULT 0 NOT NULL,
	"visits_made" integer DEFAULT 0 NOT NULL,
	"visits_missed" integer DEFAULT 0 NOT NULL,
	"visits_absent" integer DEFAULT 0 NOT NULL,
	"visits_refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "day_sums_area_id_day_pk" PRIMARY KEY("area_id","day")
);
--> statement-breakpoint
ALTER TABLE "day_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "duration_sums" (
	"area_id" uuid NOT NULL,
	"day" date NOT NULL,
	"area_pos" integer NOT NULL,
	"contact" integer[] NOT NULL,
	"dispatch" integer[] NOT NULL,
	CONSTRAINT "duration_sums_area_id_day_pk" PRIMARY KEY("area_id","day")
);
--> statement-breakpoint
ALTER TABLE "duration_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mix_sums" (
	"area_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"area_pos" integer NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "mix_sums_area_id_dimension_day_key_pk" PRIMARY KEY("area_id","dimension","day","key")
);
--> statement-breakpoint
ALTER TABLE "mix_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "text_changes" (
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "text_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "settings" SET "value" = '"none"' WHERE "key" = 'counters';--> statement-breakpoint
DROP POLICY "area_days_read" ON "area_days" CASCADE;--> statement-breakpoint
DROP TABLE "area_days" CASCADE;--> statement-breakpoint
DROP POLICY "duration_days_read" ON "duration_days" CASCADE;--> statement-breakpoint
DROP TABLE "duration_days" CASCADE;--> statement-breakpoint
DROP POLICY "mix_days_read" ON "mix_days" CASCADE;--> statement-breakpoint
DROP TABLE "mix_days" CASCADE;--> statement-breakpoint
ALTER TABLE "day_sums" ADD CONSTRAINT "day_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duration_sums" ADD CONSTRAINT "duration_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mix_sums" ADD CONSTRAINT "mix_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_ancestors" DROP COLUMN "slots";--> statement-breakpoint
CREATE VIEW "public"."area_days" WITH (security_invoker = true) AS (select area_id, day, area_pos, received, found_first, channel_phone, channel_hotline, channel_visit, channel_officer, channel_station, channel_web, channel_open311, channel_partner, channel_order, channel_other, contact_on_time, contact_late, contact_open, contact_not_valid, contact_no_limit, contacted, dispatch_on_time, dispatch_late, dispatch_open, dispatch_not_valid, dispatch_on_spot, dispatch_no_limit, dispatched, right_first, joint, closed_on_time, closed_late, close_open, close_duplicate, close_invalid, close_out_of_scope, close_withdrawn, close_deferred, close_no_limit, finished, reason_solved, reason_explained, reason_not_ours, reason_withdrawn, reason_duplicate, reason_unstated, callback_reached, callback_unreachable, callback_declined, callback_contacted, callback_solved, callback_partly, satisfaction_5, satisfaction_4, satisfaction_3, satisfaction_2, satisfaction_1, checked, reworked, reopened, extended, deferred, voided, visits_made, visits_missed, visits_absent, visits_refused from day_sums union all select a.ancestor_id, c.day, a.ancestor_pos, case when c.key = 'received' then c.n else 0 end, case when c.key = 'found_first' then c.n else 0 end, case when c.key = 'channel_phone' then c.n else 0 end, case when c.key = 'channel_hotline' then c.n else 0 end, case when c.key = 'channel_visit' then c.n else 0 end, case when c.key = 'channel_officer' then c.n else 0 end, case when c.key = 'channel_station' then c.n else 0 end, case when c.key = 'channel_web' then c.n else 0 end, case when c.key = 'channel_open311' then c.n else 0 end, case when c.key = 'channel_partner' then c.n else 0 end, case when c.key = 'channel_order' then c.n else 0 end, case when c.key = 'channel_other' then c.n else 0 end, case when c.key = 'contact_on_time' then c.n else 0 end, case when c.key = 'contact_late' then c.n else 0 end, case when c.key = 'contact_open' then c.n else 0 end, case when c.key = 'contact_not_valid' then c.n else 0 end, case when c.key = 'contact_no_limit' then c.n else 0 end, case when c.key = 'contacted' then c.n else 0 end, case when c.key = 'dispatch_on_time' then c.n else 0 end, case when c.key = 'dispatch_late' then c.n else 0 end, case when c.key = 'dispatch_open' then c.n else 0 end, case when c.key = 'dispatch_not_valid' then c.n else 0 end, case when c.key = 'dispatch_on_spot' then c.n else 0 end, case when c.key = 'dispatch_no_limit' then c.n else 0 end, case when c.key = 'dispatched' then c.n else 0 end, case when c.key = 'right_first' then c.n else 0 end, case when c.key = 'joint' then c.n else 0 end, case when c.key = 'closed_on_time' then c.n else 0 end, case when c.key = 'closed_late' then c.n else 0 end, case when c.key = 'close_open' then c.n else 0 end, case when c.key = 'close_duplicate' then c.n else 0 end, case when c.key = 'close_invalid' then c.n else 0 end, case when c.key = 'close_out_of_scope' then c.n else 0 end, case when c.key = 'close_withdrawn' then c.n else 0 end, case when c.key = 'close_deferred' then c.n else 0 end, case when c.key = 'close_no_limit' then c.n else 0 end, case when c.key = 'finished' then c.n else 0 end, case when c.key = 'reason_solved' then c.n else 0 end, case when c.key = 'reason_explained' then c.n else 0 end, case when c.key = 'reason_not_ours' then c.n else 0 end, case when c.key = 'reason_withdrawn' then c.n else 0 end, case when c.key = 'reason_duplicate' then c.n else 0 end, case when c.key = 'reason_unstated' then c.n else 0 end, case when c.key = 'callback_reached' then c.n else 0 end, case when c.key = 'callback_unreachable' then c.n else 0 end, case when c.key = 'callback_declined' then c.n else 0 end, case when c.key = 'callback_contacted' then c.n else 0 end, case when c.key = 'callback_solved' then c.n else 0 end, case when c.key = 'callback_partly' then c.n else 0 end, case when c.key = 'satisfaction_5' then c.n else 0 end, case when c.key = 'satisfaction_4' then c.n else 0 end, case when c.key = 'satisfaction_3' then c.n else 0 end, case when c.key = 'satisfaction_2' then c.n else 0 end, case when c.key = 'satisfaction_1' then c.n else 0 end, case when c.key = 'checked' then c.n else 0 end, case when c.key = 'reworked' then c.n else 0 end, case when c.key = 'reopened' then c.n else 0 end, case when c.key = 'extended' then c.n else 0 end, case when c.key = 'deferred' then c.n else 0 end, case when c.key = 'voided' then c.n else 0 end, case when c.key = 'visits_made' then c.n else 0 end, case when c.key = 'visits_missed' then c.n else 0 end, case when c.key = 'visits_absent' then c.n else 0 end, case when c.key = 'visits_refused' then c.n else 0 end from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what = 'case');--> statement-breakpoint
CREATE VIEW "public"."duration_days" WITH (security_invoker = true) AS (select area_id, day, area_pos, contact, dispatch from duration_sums union all select a.ancestor_id, c.day, a.ancestor_pos, case when c.what = 'contact' then array_fill(0, array[c.key::int]) || c.n else '{}' end, case when c.what = 'dispatch' then array_fill(0, array[c.key::int]) || c.n else '{}' end from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what in ('contact', 'dispatch') and a.mixed = 1);--> statement-breakpoint
CREATE VIEW "public"."mix_days" WITH (security_invoker = true) AS (select area_id, dimension, day, key, area_pos, n from mix_sums union all select a.ancestor_id, c.what, c.day, c.key, a.ancestor_pos, c.n from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what in ('category') and a.mixed = 1);--> statement-breakpoint
CREATE POLICY "count_changes_read" ON "count_changes" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "day_sums_read" ON "day_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "duration_sums_read" ON "duration_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "mix_sums_read" ON "mix_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');