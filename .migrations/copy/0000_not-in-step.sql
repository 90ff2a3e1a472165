CREATE SEQUENCE "public"."category_codes" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999 START WITH 900001 CACHE 1;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"oidc_subject" text,
	"locale" text,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_login_key" UNIQUE("login"),
	CONSTRAINT "accounts_oidc_key" UNIQUE("oidc_subject")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"area_id" uuid NOT NULL,
	"unit_id" uuid,
	"starts_on" date,
	"ends_on" date,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_unit" CHECK (("grants"."role" = 'handler') = ("grants"."unit_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_failures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area_ancestors" (
	"area_id" uuid NOT NULL,
	"ancestor_id" uuid NOT NULL,
	"ancestor_pos" integer NOT NULL,
	"mixed" smallint NOT NULL,
	CONSTRAINT "area_ancestors_area_id_ancestor_id_pk" PRIMARY KEY("area_id","ancestor_id")
);
--> statement-breakpoint
ALTER TABLE "area_ancestors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"scheme" text NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "area_codes_period" CHECK ("area_codes"."valid_to" >= "area_codes"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "area_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area_predecessors" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"predecessor_id" uuid NOT NULL,
	CONSTRAINT "area_predecessors_area_id_predecessor_id_pk" PRIMARY KEY("area_id","predecessor_id")
);
--> statement-breakpoint
ALTER TABLE "area_predecessors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"plain_name" text NOT NULL,
	"pos" integer NOT NULL,
	"last" integer NOT NULL,
	"kind" text,
	"households" integer,
	"residents" integer,
	"area_m2" double precision,
	"covered_m2" double precision,
	"opened_on" date DEFAULT '2000-01-01' NOT NULL,
	"closed_on" date,
	"party_from" date,
	"party_to" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "areas_pos_key" UNIQUE("pos"),
	CONSTRAINT "areas_range" CHECK ("areas"."pos" > 0 and "areas"."last" >= "areas"."pos"),
	CONSTRAINT "areas_counts" CHECK ("areas"."households" >= 0 and "areas"."residents" >= 0 and "areas"."area_m2" >= 0 and "areas"."covered_m2" >= 0),
	CONSTRAINT "areas_dates" CHECK ("areas"."closed_on" >= "areas"."opened_on" and "areas"."party_to" >= "areas"."party_from"),
	CONSTRAINT "areas_kind" CHECK ("areas"."kind" is null or "areas"."level" = 'grid')
);
--> statement-breakpoint
ALTER TABLE "areas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "boundaries" (
	"area_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"shape" jsonb NOT NULL,
	"outline" jsonb NOT NULL,
	"drawn" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boundaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "officers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "officers_dates" CHECK ("officers"."ends_on" >= "officers"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "officers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	CONSTRAINT "stations_dates" CHECK ("stations"."closed_on" >= "stations"."opened_on")
);
--> statement-breakpoint
ALTER TABLE "stations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"closed_on" date,
	CONSTRAINT "units_name_key" UNIQUE("area_id","name")
);
--> statement-breakpoint
ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "callback_draws" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"seed" text NOT NULL,
	"share" smallint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"total" integer NOT NULL,
	"picked" integer NOT NULL,
	"drawn_name" text NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "callback_draws_counts" CHECK ("callback_draws"."picked" between 0 and "callback_draws"."total" and "callback_draws"."share" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "callback_draws" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "callback_picks" (
	"case_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"rank" integer NOT NULL,
	"picked" boolean NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "callback_picks_case_id_draw_id_pk" PRIMARY KEY("case_id","draw_id")
);
--> statement-breakpoint
ALTER TABLE "callback_picks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"dispatched_at" timestamp (3) with time zone NOT NULL,
	"sign_due_at" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "assignments_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"placed" boolean DEFAULT true NOT NULL,
	"repeats" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"place" text,
	"lon" double precision,
	"lat" double precision,
	"channel" text NOT NULL,
	"request_type" text DEFAULT 'other' NOT NULL,
	"category_code" text,
	"answers" jsonb,
	"limits" jsonb,
	"urgent" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'registered' NOT NULL,
	"validity" text DEFAULT 'valid' NOT NULL,
	"unit_id" uuid,
	"lead_unit_id" uuid,
	"joint" boolean DEFAULT false NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"contact_due_at" timestamp (3) with time zone,
	"dispatch_due_at" timestamp (3) with time zone,
	"close_due_at" timestamp (3) with time zone,
	"due_provisional" boolean DEFAULT false NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"contacted_at" timestamp (3) with time zone,
	"dispatched_at" timestamp (3) with time zone,
	"sign_due_at" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"checked_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"close_reason" text,
	"public_reply" text,
	"voided_at" timestamp (3) with time zone,
	"extended_at" timestamp (3) with time zone,
	"deferred_at" timestamp (3) with time zone,
	"deferred_until" timestamp (3) with time zone,
	"deferral_at" timestamp (3) with time zone,
	"reopened_at" timestamp (3) with time zone,
	"returned_count" smallint DEFAULT 0 NOT NULL,
	"rework_count" smallint DEFAULT 0 NOT NULL,
	"reopened_count" smallint DEFAULT 0 NOT NULL,
	"transferred_count" smallint DEFAULT 0 NOT NULL,
	"extension_count" smallint DEFAULT 0 NOT NULL,
	"deferral_count" smallint DEFAULT 0 NOT NULL,
	"callback_due_at" timestamp (3) with time zone,
	"callback_tries" smallint DEFAULT 0 NOT NULL,
	"callback_tried_at" timestamp (3) with time zone,
	"called_back_at" timestamp (3) with time zone,
	"callback_outcome" text,
	"callback_contacted" boolean,
	"callback_solved" text,
	"callback_satisfaction" smallint,
	"callback_reason" text,
	"source" text,
	"source_key" text,
	"source_hash" text,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"contact_class" integer GENERATED ALWAYS AS (case when contacted_at is not null then floor(ln(greatest(1, extract(epoch from (contacted_at - registered_at))::float8 / 60)) / ln(1.05::float8))::int end) STORED,
	"dispatch_class" integer GENERATED ALWAYS AS (case when dispatched_at is not null then floor(ln(greatest(1, extract(epoch from (dispatched_at - registered_at))::float8 / 60)) / ln(1.05::float8))::int end) STORED,
	CONSTRAINT "cases_source_key" UNIQUE("source","source_key"),
	CONSTRAINT "cases_times" CHECK ("cases"."closed_at" >= "cases"."registered_at" and "cases"."dispatched_at" >= "cases"."registered_at" and "cases"."contacted_at" >= "cases"."registered_at"),
	CONSTRAINT "cases_point" CHECK (("cases"."lon" is null) = ("cases"."lat" is null) and "cases"."lon" between -180 and 180 and "cases"."lat" between -90 and 90),
	CONSTRAINT "cases_callback" CHECK (("cases"."called_back_at" is null) = ("cases"."callback_outcome" is null) and ("cases"."callback_outcome" is not distinct from 'reached') = ("cases"."callback_contacted" is not null and "cases"."callback_solved" is not null and "cases"."callback_satisfaction" is not null)),
	CONSTRAINT "cases_callback_tries" CHECK (("cases"."callback_tries" = 0) = ("cases"."callback_tried_at" is null)),
	CONSTRAINT "cases_callback_reason" CHECK ("cases"."callback_reason" is null or ("cases"."callback_outcome" is not distinct from 'reached')),
	CONSTRAINT "cases_satisfaction" CHECK ("cases"."callback_satisfaction" between 1 and 5),
	CONSTRAINT "cases_closed" CHECK ("cases"."close_reason" is null or "cases"."closed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"subject_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"action" text NOT NULL,
	"area_pos" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"by" text NOT NULL,
	"role" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "events_subject_id_id_pk" PRIMARY KEY("subject_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"rows" integer NOT NULL,
	"applied" integer NOT NULL,
	"rejected" integer NOT NULL,
	"excluded" bigint DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "categories" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"name_zh" text NOT NULL,
	"name_hant" text NOT NULL,
	"name_en" text NOT NULL,
	"close_limit" integer,
	"close_unit" text,
	"contact_limit" integer,
	"contact_unit" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"notice" text,
	"words" text[] DEFAULT '{}' NOT NULL,
	"emergency" text,
	"emergency_words" text[] DEFAULT '{}' NOT NULL,
	"questions" jsonb DEFAULT '[]' NOT NULL,
	"default_level" text,
	"basis" text,
	"area_id" uuid,
	CONSTRAINT "categories_limits" CHECK (("categories"."close_limit" is null) = ("categories"."close_unit" is null) and ("categories"."contact_limit" is null) = ("categories"."contact_unit" is null) and "categories"."close_limit" > 0 and "categories"."contact_limit" > 0)
);
--> statement-breakpoint
ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "category_rules" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"close_limit" integer,
	"close_unit" text,
	"contact_limit" integer,
	"contact_unit" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"notice" text,
	"words" text[] DEFAULT '{}' NOT NULL,
	"emergency" text,
	"emergency_words" text[] DEFAULT '{}' NOT NULL,
	"questions" jsonb DEFAULT '[]' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "category_rules_area_id_code_pk" PRIMARY KEY("area_id","code"),
	CONSTRAINT "category_rules_limits" CHECK (("category_rules"."close_limit" is null) = ("category_rules"."close_unit" is null) and ("category_rules"."contact_limit" is null) = ("category_rules"."contact_unit" is null) and "category_rules"."close_limit" > 0 and "category_rules"."contact_limit" > 0)
);
--> statement-breakpoint
ALTER TABLE "category_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_contacts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"sealed" text,
	"given_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "case_contacts_erased" CHECK (("case_contacts"."sealed" is null) = ("case_contacts"."erased_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "case_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"repeated" integer DEFAULT 0 NOT NULL,
	"not_repeated" integer DEFAULT 0 NOT NULL,
	"repeat_untold" integer DEFAULT 0 NOT NULL,
	"repeat_void" integer DEFAULT 0 NOT NULL,
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
	"finished_first" integer DEFAULT 0 NOT NULL,
	"finished_again" integer DEFAULT 0 NOT NULL,
	"finished_not_valid" integer DEFAULT 0 NOT NULL,
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
CREATE TABLE "ground_days" (
	"area_id" uuid NOT NULL,
	"day" date NOT NULL,
	"area_pos" integer NOT NULL,
	"grids" double precision DEFAULT 0 NOT NULL,
	"grids_staffed" double precision DEFAULT 0 NOT NULL,
	"grids_party" double precision DEFAULT 0 NOT NULL,
	"communities" double precision DEFAULT 0 NOT NULL,
	"communities_gridded" double precision DEFAULT 0 NOT NULL,
	"households" double precision DEFAULT 0 NOT NULL,
	"households_gridded" double precision DEFAULT 0 NOT NULL,
	"residents" double precision DEFAULT 0 NOT NULL,
	"area_m2" double precision DEFAULT 0 NOT NULL,
	"covered_m2" double precision DEFAULT 0 NOT NULL,
	"stations_residents" double precision DEFAULT 0 NOT NULL,
	"stations_property" double precision DEFAULT 0 NOT NULL,
	"stations_office" double precision DEFAULT 0 NOT NULL,
	CONSTRAINT "ground_days_area_id_day_pk" PRIMARY KEY("area_id","day")
);
--> statement-breakpoint
ALTER TABLE "ground_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "escalation_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"clock" text NOT NULL,
	"late_by" integer NOT NULL,
	"unit" text NOT NULL,
	"to_role" text NOT NULL,
	"to_level" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "escalation_rules_late" CHECK (("escalation_rules"."unit" = 'work_hour' and "escalation_rules"."late_by" between 0 and 240) or ("escalation_rules"."unit" = 'times' and "escalation_rules"."late_by" between 2 and 10))
);
--> statement-breakpoint
ALTER TABLE "escalation_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "escalations" (
	"case_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"clock" text NOT NULL,
	"to_area_id" uuid NOT NULL,
	"to_role" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalations_case_id_rule_id_pk" PRIMARY KEY("case_id","rule_id")
);
--> statement-breakpoint
ALTER TABLE "escalations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_tasks" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"agreement_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"done_note" text,
	"done_name" text,
	CONSTRAINT "agreement_tasks_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "agreement_tasks_done" CHECK (("agreement_tasks"."done_on" is null) = ("agreement_tasks"."done_name" is null))
);
--> statement-breakpoint
ALTER TABLE "agreement_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreements" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"agreed_on" date NOT NULL,
	"parties" text[] NOT NULL,
	CONSTRAINT "agreements_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "agreements_parties" CHECK (cardinality("agreements"."parties") between 2 and 3)
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estate_parties" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "estate_parties_estate_id_id_pk" PRIMARY KEY("estate_id","id"),
	CONSTRAINT "estate_parties_dates" CHECK ("estate_parties"."ends_on" >= "estate_parties"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "estate_parties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estate_places" (
	"estate_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"ended_on" date,
	CONSTRAINT "estate_places_estate_id_place_id_pk" PRIMARY KEY("estate_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "estate_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "estates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_marks" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"shared" boolean NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"found_on" date NOT NULL,
	"what" text NOT NULL,
	"settled_on" date,
	"result" text,
	"case_id" uuid,
	CONSTRAINT "findings_settled" CHECK (("findings"."settled_on" is null) = ("findings"."result" is null) and "findings"."settled_on" >= "findings"."found_on")
);
--> statement-breakpoint
ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "improvement_cases" (
	"improvement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	CONSTRAINT "improvement_cases_improvement_id_case_id_pk" PRIMARY KEY("improvement_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "improvement_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "improvements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"item_code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"plan" text NOT NULL,
	"due_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"closing" text,
	"closed_at" timestamp (3) with time zone,
	"topic_id" uuid,
	"station_id" uuid,
	"partner_id" uuid,
	"project" text,
	CONSTRAINT "improvements_project" CHECK (("improvements"."partner_id" is null) = ("improvements"."project" is null)),
	CONSTRAINT "improvements_closed" CHECK (("improvements"."outcome" is null) = ("improvements"."closing" is null) and ("improvements"."outcome" is null) = ("improvements"."closed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "improvements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instrument_items" (
	"instrument_id" uuid NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text DEFAULT 'scale' NOT NULL,
	"sense" text,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"reversed" boolean DEFAULT false NOT NULL,
	"top_from" integer NOT NULL,
	"scored" boolean NOT NULL,
	"weight" double precision DEFAULT 1 NOT NULL,
	"labels" jsonb NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shown_if" jsonb,
	CONSTRAINT "instrument_items_instrument_id_code_pk" PRIMARY KEY("instrument_id","code"),
	CONSTRAINT "instrument_items_scale" CHECK (case "instrument_items"."kind" when 'text' then "instrument_items"."low" = 0 and "instrument_items"."high" = 0 and "instrument_items"."top_from" = 0
        else "instrument_items"."low" < "instrument_items"."high" and "instrument_items"."top_from" between "instrument_items"."low" and "instrument_items"."high" end),
	CONSTRAINT "instrument_items_scored" CHECK (not "instrument_items"."scored" or ("instrument_items"."kind" = 'scale' and "instrument_items"."sense" is not null)),
	CONSTRAINT "instrument_items_weight" CHECK ("instrument_items"."weight" > 0 and "instrument_items"."weight" <= 100),
	CONSTRAINT "instrument_items_options" CHECK (case "instrument_items"."kind" when 'text' then jsonb_array_length("instrument_items"."options") = 0
        when 'choice' then "instrument_items"."low" = 1 and jsonb_array_length("instrument_items"."options") = "instrument_items"."high"
        else jsonb_array_length("instrument_items"."options") in (0, "instrument_items"."high" - "instrument_items"."low" + 1) end)
);
--> statement-breakpoint
ALTER TABLE "instrument_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"area_id" uuid,
	"area_pos" integer,
	"area_last" integer,
	"draft" jsonb,
	"group_by" text,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "instruments_key" UNIQUE("key","version"),
	CONSTRAINT "instruments_state" CHECK (("instruments"."draft" is null) = ("instruments"."published_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "instruments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_photos" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "case_photos_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "case_photos_size" CHECK ("case_photos"."width" > 0 and "case_photos"."height" > 0)
);
--> statement-breakpoint
ALTER TABLE "case_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_marks" (
	"grant_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"digest_hour" smallint DEFAULT 8,
	"digest_had" date,
	CONSTRAINT "reminder_marks_digest" CHECK ("reminder_marks"."digest_hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "reminder_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"name" text NOT NULL,
	"move" text NOT NULL,
	"category_code" text,
	"body" text NOT NULL,
	"changed_name" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reply_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_links" (
	"case_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_links_case_id_other_id_pk" PRIMARY KEY("case_id","other_id"),
	CONSTRAINT "case_links_other" CHECK ("case_links"."case_id" <> "case_links"."other_id")
);
--> statement-breakpoint
ALTER TABLE "case_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_requests" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp (3) with time zone,
	"to_area_id" uuid,
	"to_pos" integer,
	"to_name" text,
	"asked_by" uuid NOT NULL,
	"asked_name" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	CONSTRAINT "case_requests_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "case_requests_until" CHECK (("case_requests"."until" is not null) = ("case_requests"."kind" in ('extend', 'defer'))),
	CONSTRAINT "case_requests_to" CHECK (("case_requests"."to_area_id" is not null) = ("case_requests"."kind" = 'transfer') and ("case_requests"."to_pos" is not null) = ("case_requests"."kind" = 'transfer')),
	CONSTRAINT "case_requests_decided" CHECK (("case_requests"."decided_at" is null) = ("case_requests"."outcome" is null)),
	CONSTRAINT "case_requests_another" CHECK ("case_requests"."outcome" = 'lapsed' or "case_requests"."decided_by" <> "case_requests"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "case_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"code" text NOT NULL,
	"sheets" integer NOT NULL,
	"made_on" date NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "answer_batches_code_key" UNIQUE("code"),
	CONSTRAINT "answer_batches_sheets" CHECK ("answer_batches"."sheets" between 10 and 300)
);
--> statement-breakpoint
ALTER TABLE "answer_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_boxes" (
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"waiting" jsonb NOT NULL,
	"texts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "answer_boxes_round_id_area_id_pk" PRIMARY KEY("round_id","area_id")
);
--> statement-breakpoint
ALTER TABLE "answer_boxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_receipts" (
	"round_id" uuid NOT NULL,
	"receipt" text NOT NULL,
	CONSTRAINT "answer_receipts_round_id_receipt_pk" PRIMARY KEY("round_id","receipt")
);
--> statement-breakpoint
ALTER TABLE "answer_receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_texts" (
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"code" text NOT NULL,
	"words" text NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"edited" boolean DEFAULT false NOT NULL,
	"reason" text,
	CONSTRAINT "answer_texts_round_id_id_pk" PRIMARY KEY("round_id","id"),
	CONSTRAINT "answer_texts_rejected" CHECK (("answer_texts"."state" = 'rejected') = ("answer_texts"."words" = '')),
	CONSTRAINT "answer_texts_reason" CHECK (("answer_texts"."state" = 'rejected') = ("answer_texts"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "answer_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answers" (
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"marks" jsonb NOT NULL,
	CONSTRAINT "answers_round_id_id_pk" PRIMARY KEY("round_id","id")
);
--> statement-breakpoint
ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "batch_tokens" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"tokens" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"begun_on" date NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"forms" integer,
	"checked" integer,
	"compared" integer,
	"differing" integer
);
--> statement-breakpoint
ALTER TABLE "paper_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paper_forms" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"marks" jsonb NOT NULL,
	"words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compared" integer,
	"differing" integer,
	CONSTRAINT "paper_forms_batch_id_number_pk" PRIMARY KEY("batch_id","number")
);
--> statement-breakpoint
ALTER TABLE "paper_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_cells" (
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"key" text NOT NULL,
	"area_pos" integer NOT NULL,
	"n" integer NOT NULL,
	"missing" integer NOT NULL,
	"unasked" integer DEFAULT 0 NOT NULL,
	"mean" double precision NOT NULL,
	"mean_coarse" boolean DEFAULT false NOT NULL,
	"variance" double precision NOT NULL,
	"top" integer,
	"coarse" boolean DEFAULT false NOT NULL,
	"alpha" double precision,
	"weighted_mean" double precision,
	"weighted_variance" double precision,
	"weighted_df" double precision,
	"effective_n" double precision,
	CONSTRAINT "round_cells_round_id_area_id_key_pk" PRIMARY KEY("round_id","area_id","key")
);
--> statement-breakpoint
ALTER TABLE "round_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"instrument_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mode" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"target" integer,
	"code" text,
	"opened_by" uuid DEFAULT nullif(current_setting('app.account', true), '')::uuid,
	"closed_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"published_by" uuid,
	"told_code" text,
	"told_at" timestamp (3) with time zone,
	"asked" text[] DEFAULT '{}' NOT NULL,
	"source_key" text,
	"source_digest" text,
	CONSTRAINT "rounds_code_key" UNIQUE("code"),
	CONSTRAINT "rounds_told_code_key" UNIQUE("told_code"),
	CONSTRAINT "rounds_source_key" UNIQUE("area_id","source_key"),
	CONSTRAINT "rounds_dates" CHECK ("rounds"."closes_on" >= "rounds"."opens_on"),
	CONSTRAINT "rounds_target" CHECK ("rounds"."target" between 1 and 100000),
	CONSTRAINT "rounds_published" CHECK ("rounds"."published_at" is null or "rounds"."closed_at" is not null),
	CONSTRAINT "rounds_author" CHECK ("rounds"."source_key" is not null or "rounds"."published_by" is distinct from "rounds"."opened_by" or "rounds"."published_by" is null)
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_sources" (
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"source" text NOT NULL,
	"columns" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_sources_area_id_source_pk" PRIMARY KEY("area_id","source")
);
--> statement-breakpoint
ALTER TABLE "case_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_texts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"area_pos" integer NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "text_changes" (
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "text_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_cases" (
	"topic_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone,
	CONSTRAINT "topic_cases_topic_id_case_id_pk" PRIMARY KEY("topic_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "topic_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_notes" (
	"topic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"day" date NOT NULL,
	"note" text NOT NULL,
	"noted_name" text NOT NULL,
	CONSTRAINT "topic_notes_topic_id_id_pk" PRIMARY KEY("topic_id","id")
);
--> statement-breakpoint
ALTER TABLE "topic_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_tasks" (
	"topic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"task" text NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"done_note" text,
	CONSTRAINT "topic_tasks_topic_id_id_pk" PRIMARY KEY("topic_id","id"),
	CONSTRAINT "topic_tasks_done" CHECK (("topic_tasks"."done_on" is null) = ("topic_tasks"."done_note" is null))
);
--> statement-breakpoint
ALTER TABLE "topic_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"title" text NOT NULL,
	"goal" text NOT NULL,
	"category_codes" text[] NOT NULL,
	"keyword" text,
	"lead_unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"opened_name" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closing" text,
	"closed_on" date,
	"closed_name" text,
	CONSTRAINT "topics_matter" CHECK (cardinality("topics"."category_codes") > 0 or "topics"."keyword" is not null),
	CONSTRAINT "topics_days" CHECK ("topics"."ends_on" >= "topics"."starts_on"),
	CONSTRAINT "topics_closed" CHECK (num_nulls("topics"."closing", "topics"."closed_on", "topics"."closed_name") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "urges" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"reason" text NOT NULL,
	"urged_by" uuid NOT NULL,
	"urged_name" text NOT NULL,
	"urged_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_name" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "urges_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "urges_answered" CHECK (("urges"."answered_at" is null) = ("urges"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "urges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"area_last" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"first" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"visited_on" date NOT NULL,
	"due" integer NOT NULL,
	"visited" integer NOT NULL,
	"absent" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "visits_counts" CHECK ("visits"."due" > 0 and "visits"."visited" >= 0 and "visits"."absent" >= 0 and "visits"."refused" >= 0 and "visits"."due" >= "visits"."visited" + "visits"."absent" + "visits"."refused")
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "whistles" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"task" text NOT NULL,
	"called_by" uuid NOT NULL,
	"called_name" text NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"arrive_due_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"due_limit" jsonb,
	"due_provisional" boolean DEFAULT false NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"arrived_name" text,
	"outcome" text,
	"answer" text,
	"answered_name" text,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"end_note" text,
	CONSTRAINT "whistles_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "whistles_answered" CHECK (("whistles"."answered_at" is null) = ("whistles"."answer" is null) and ("whistles"."answered_at" is null) = ("whistles"."outcome" is null) and ("whistles"."answered_at" is null or "whistles"."arrived_at" is not null)),
	CONSTRAINT "whistles_ended" CHECK (("whistles"."ended_at" is null) = ("whistles"."end_reason" is null) and ("whistles"."ended_at" is null or "whistles"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "whistles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_ancestors" ADD CONSTRAINT "area_ancestors_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_ancestors" ADD CONSTRAINT "area_ancestors_ancestor_id_areas_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_codes" ADD CONSTRAINT "area_codes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_predecessors" ADD CONSTRAINT "area_predecessors_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_predecessors" ADD CONSTRAINT "area_predecessors_predecessor_id_areas_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_parent_id_areas_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundaries" ADD CONSTRAINT "boundaries_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officers" ADD CONSTRAINT "officers_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_draws" ADD CONSTRAINT "callback_draws_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_picks" ADD CONSTRAINT "callback_picks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_rules" ADD CONSTRAINT "category_rules_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_rules" ADD CONSTRAINT "category_rules_code_categories_code_fk" FOREIGN KEY ("code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_contacts" ADD CONSTRAINT "case_contacts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_sums" ADD CONSTRAINT "day_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duration_sums" ADD CONSTRAINT "duration_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ground_days" ADD CONSTRAINT "ground_days_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mix_sums" ADD CONSTRAINT "mix_sums_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_rules" ADD CONSTRAINT "escalation_rules_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_rule_id_escalation_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."escalation_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_to_area_id_areas_id_fk" FOREIGN KEY ("to_area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_tasks" ADD CONSTRAINT "agreement_tasks_estate_id_agreement_id_agreements_estate_id_id_fk" FOREIGN KEY ("estate_id","agreement_id") REFERENCES "public"."agreements"("estate_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_parties" ADD CONSTRAINT "estate_parties_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estate_places" ADD CONSTRAINT "estate_places_place_id_areas_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estates" ADD CONSTRAINT "estates_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_marks" ADD CONSTRAINT "ledger_marks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_improvement_id_improvements_id_fk" FOREIGN KEY ("improvement_id") REFERENCES "public"."improvements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvement_cases" ADD CONSTRAINT "improvement_cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "improvements" ADD CONSTRAINT "improvements_partner_id_units_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_photos" ADD CONSTRAINT "case_photos_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_marks" ADD CONSTRAINT "reminder_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_to_area_id_areas_id_fk" FOREIGN KEY ("to_area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batches" ADD CONSTRAINT "answer_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batches" ADD CONSTRAINT "answer_batches_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_receipts" ADD CONSTRAINT "answer_receipts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_tokens" ADD CONSTRAINT "batch_tokens_batch_id_answer_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."answer_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_forms" ADD CONSTRAINT "paper_forms_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cells" ADD CONSTRAINT "round_cells_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cells" ADD CONSTRAINT "round_cells_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sources" ADD CONSTRAINT "case_sources_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_cases" ADD CONSTRAINT "topic_cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tasks" ADD CONSTRAINT "topic_tasks_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_urged_by_accounts_id_fk" FOREIGN KEY ("urged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistles" ADD CONSTRAINT "whistles_called_by_accounts_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_account_idx" ON "grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "area_codes_area_idx" ON "area_codes" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "area_codes_code_idx" ON "area_codes" USING btree ("scheme","code");--> statement-breakpoint
CREATE INDEX "areas_parent_idx" ON "areas" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "areas_plain_name_idx" ON "areas" USING btree ("plain_name");--> statement-breakpoint
CREATE INDEX "boundaries_pos_idx" ON "boundaries" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "officers_pos_idx" ON "officers" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "officers_area_idx" ON "officers" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "stations_pos_idx" ON "stations" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "stations_area_idx" ON "stations" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "callback_draws_pos_idx" ON "callback_draws" USING btree ("area_pos","drawn_at");--> statement-breakpoint
CREATE INDEX "assignments_unit_idx" ON "assignments" USING btree ("unit_id","dispatched_at");--> statement-breakpoint
CREATE INDEX "cases_area_registered_idx" ON "cases" USING btree ("area_pos","registered_at","id");--> statement-breakpoint
CREATE INDEX "cases_registered_idx" ON "cases" USING btree ("registered_at","id");--> statement-breakpoint
CREATE INDEX "cases_close_open_idx" ON "cases" USING btree ("close_due_at","area_pos") WHERE closed_at is null and validity = 'valid' and deferred_at is null;--> statement-breakpoint
CREATE INDEX "cases_contact_open_idx" ON "cases" USING btree ("contact_due_at","area_pos") WHERE contacted_at is null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_dispatch_open_idx" ON "cases" USING btree ("dispatch_due_at","area_pos") WHERE dispatched_at is null and closed_at is null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_sign_open_idx" ON "cases" USING btree ("sign_due_at","area_pos") WHERE state = 'dispatched';--> statement-breakpoint
CREATE INDEX "cases_area_closed_idx" ON "cases" USING btree ("area_pos","closed_at");--> statement-breakpoint
CREATE INDEX "cases_closed_idx" ON "cases" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "cases_provisional_idx" ON "cases" USING btree ("close_due_at") WHERE due_provisional;--> statement-breakpoint
CREATE INDEX "cases_unplaced_idx" ON "cases" USING btree ("area_pos","registered_at") WHERE not placed;--> statement-breakpoint
CREATE INDEX "cases_contact_class_idx" ON "cases" USING btree ("contact_class","area_pos","contacted_at","registered_at") WHERE contact_class is not null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_dispatch_class_idx" ON "cases" USING btree ("dispatch_class","area_pos","dispatched_at","registered_at") WHERE dispatch_class is not null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_deferred_idx" ON "cases" USING btree ("deferred_until") WHERE deferred_at is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_idx" ON "cases" USING btree ("area_pos","close_due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_call_back_idx" ON "cases" USING btree ("area_pos") WHERE state = 'closed' and close_reason in ('solved', 'explained');--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number_idx" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_unit_idx" ON "cases" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "cases_import_idx" ON "cases" USING btree ("import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "cases_callback_reason_idx" ON "cases" USING btree ("area_pos","called_back_at") WHERE callback_reason is not null;--> statement-breakpoint
CREATE INDEX "events_pos_idx" ON "events" USING btree ("area_pos","at");--> statement-breakpoint
CREATE INDEX "events_at_idx" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "imports_pos_idx" ON "imports" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "category_rules_code_idx" ON "category_rules" USING btree ("code","area_pos");--> statement-breakpoint
CREATE INDEX "ground_days_pos_idx" ON "ground_days" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "escalation_rules_pos_idx" ON "escalation_rules" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "escalations_to_idx" ON "escalations" USING btree ("to_area_id","to_role","at");--> statement-breakpoint
CREATE INDEX "escalations_pos_idx" ON "escalations" USING btree ("area_pos","at");--> statement-breakpoint
CREATE INDEX "agreement_tasks_due_idx" ON "agreement_tasks" USING btree ("area_pos","due_on");--> statement-breakpoint
CREATE INDEX "agreement_tasks_unit_idx" ON "agreement_tasks" USING btree ("unit_id","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "estate_parties_open_key" ON "estate_parties" USING btree ("estate_id","role") WHERE ends_on is null;--> statement-breakpoint
CREATE INDEX "estate_parties_unit_idx" ON "estate_parties" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "estate_places_place_idx" ON "estate_places" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "estates_name_key" ON "estates" USING btree ("area_id","name");--> statement-breakpoint
CREATE INDEX "estates_pos_idx" ON "estates" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "findings_pos_idx" ON "findings" USING btree ("area_pos","found_on");--> statement-breakpoint
CREATE INDEX "improvement_cases_pos_idx" ON "improvement_cases" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "improvements_pos_idx" ON "improvements" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "improvements_topic_idx" ON "improvements" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "improvements_round_idx" ON "improvements" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_draft" ON "instruments" USING btree ("key") WHERE "instruments"."published_at" is null;--> statement-breakpoint
CREATE INDEX "case_photos_id_idx" ON "case_photos" USING btree ("id");--> statement-breakpoint
CREATE INDEX "reminder_marks_account_idx" ON "reminder_marks" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "reply_templates_pos_idx" ON "reply_templates" USING btree ("area_pos");--> statement-breakpoint
CREATE UNIQUE INDEX "case_requests_open_key" ON "case_requests" USING btree ("case_id","kind") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "case_requests_due_idx" ON "case_requests" USING btree ("area_pos","due_at") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "case_requests_to_idx" ON "case_requests" USING btree ("to_pos") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "answer_batches_round_idx" ON "answer_batches" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE INDEX "answer_texts_area_idx" ON "answer_texts" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE INDEX "answers_area_idx" ON "answers" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE INDEX "paper_batches_round_idx" ON "paper_batches" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE INDEX "round_cells_pos_idx" ON "round_cells" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "rounds_pos_idx" ON "rounds" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "case_texts_grams_idx" ON "case_texts" USING gin (array_to_tsvector(text_grams("text")));--> statement-breakpoint
CREATE INDEX "topic_cases_case_idx" ON "topic_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "topic_notes_pos_idx" ON "topic_notes" USING btree ("area_pos","day");--> statement-breakpoint
CREATE INDEX "topic_notes_day_idx" ON "topic_notes" USING btree ("day","area_pos");--> statement-breakpoint
CREATE INDEX "topic_tasks_pos_idx" ON "topic_tasks" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "topics_pos_idx" ON "topics" USING btree ("area_pos","starts_on");--> statement-breakpoint
CREATE INDEX "topics_day_idx" ON "topics" USING btree ("starts_on","area_pos");--> statement-breakpoint
CREATE UNIQUE INDEX "urges_open_key" ON "urges" USING btree ("case_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "urges_due_idx" ON "urges" USING btree ("area_pos","due_at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "saved_views_owner_idx" ON "saved_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_views_pos_idx" ON "saved_views" USING btree ("area_pos") WHERE shared;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_first_key" ON "saved_views" USING btree ("owner_id") WHERE first and removed_at is null;--> statement-breakpoint
CREATE INDEX "visits_pos_idx" ON "visits" USING btree ("area_pos","visited_on");--> statement-breakpoint
CREATE UNIQUE INDEX "whistles_open_key" ON "whistles" USING btree ("case_id","unit_id") WHERE answered_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "whistles_unit_idx" ON "whistles" USING btree ("unit_id","called_at");--> statement-breakpoint
CREATE INDEX "whistles_pos_idx" ON "whistles" USING btree ("area_pos","called_at");--> statement-breakpoint
CREATE INDEX "whistles_due_idx" ON "whistles" USING btree ("area_pos","due_at") WHERE answered_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "whistles_provisional_idx" ON "whistles" USING btree ("due_at") WHERE due_provisional;--> statement-breakpoint
CREATE VIEW "public"."area_days" WITH (security_invoker = true) AS (select area_id, day, area_pos, received, found_first, channel_phone, channel_hotline, channel_visit, channel_officer, channel_station, channel_web, channel_open311, channel_partner, channel_order, channel_other, repeated, not_repeated, repeat_untold, repeat_void, contact_on_time, contact_late, contact_open, contact_not_valid, contact_no_limit, contacted, dispatch_on_time, dispatch_late, dispatch_open, dispatch_not_valid, dispatch_on_spot, dispatch_no_limit, dispatched, right_first, joint, closed_on_time, closed_late, close_open, close_duplicate, close_invalid, close_out_of_scope, close_withdrawn, close_deferred, close_no_limit, finished, finished_first, finished_again, finished_not_valid, reason_solved, reason_explained, reason_not_ours, reason_withdrawn, reason_duplicate, reason_unstated, callback_reached, callback_unreachable, callback_declined, callback_contacted, callback_solved, callback_partly, satisfaction_5, satisfaction_4, satisfaction_3, satisfaction_2, satisfaction_1, checked, reworked, reopened, extended, deferred, voided, visits_made, visits_missed, visits_absent, visits_refused from day_sums union all select a.ancestor_id, c.day, a.ancestor_pos, case when c.key = 'received' then c.n else 0 end, case when c.key = 'found_first' then c.n else 0 end, case when c.key = 'channel_phone' then c.n else 0 end, case when c.key = 'channel_hotline' then c.n else 0 end, case when c.key = 'channel_visit' then c.n else 0 end, case when c.key = 'channel_officer' then c.n else 0 end, case when c.key = 'channel_station' then c.n else 0 end, case when c.key = 'channel_web' then c.n else 0 end, case when c.key = 'channel_open311' then c.n else 0 end, case when c.key = 'channel_partner' then c.n else 0 end, case when c.key = 'channel_order' then c.n else 0 end, case when c.key = 'channel_other' then c.n else 0 end, case when c.key = 'repeated' then c.n else 0 end, case when c.key = 'not_repeated' then c.n else 0 end, case when c.key = 'repeat_untold' then c.n else 0 end, case when c.key = 'repeat_void' then c.n else 0 end, case when c.key = 'contact_on_time' then c.n else 0 end, case when c.key = 'contact_late' then c.n else 0 end, case when c.key = 'contact_open' then c.n else 0 end, case when c.key = 'contact_not_valid' then c.n else 0 end, case when c.key = 'contact_no_limit' then c.n else 0 end, case when c.key = 'contacted' then c.n else 0 end, case when c.key = 'dispatch_on_time' then c.n else 0 end, case when c.key = 'dispatch_late' then c.n else 0 end, case when c.key = 'dispatch_open' then c.n else 0 end, case when c.key = 'dispatch_not_valid' then c.n else 0 end, case when c.key = 'dispatch_on_spot' then c.n else 0 end, case when c.key = 'dispatch_no_limit' then c.n else 0 end, case when c.key = 'dispatched' then c.n else 0 end, case when c.key = 'right_first' then c.n else 0 end, case when c.key = 'joint' then c.n else 0 end, case when c.key = 'closed_on_time' then c.n else 0 end, case when c.key = 'closed_late' then c.n else 0 end, case when c.key = 'close_open' then c.n else 0 end, case when c.key = 'close_duplicate' then c.n else 0 end, case when c.key = 'close_invalid' then c.n else 0 end, case when c.key = 'close_out_of_scope' then c.n else 0 end, case when c.key = 'close_withdrawn' then c.n else 0 end, case when c.key = 'close_deferred' then c.n else 0 end, case when c.key = 'close_no_limit' then c.n else 0 end, case when c.key = 'finished' then c.n else 0 end, case when c.key = 'finished_first' then c.n else 0 end, case when c.key = 'finished_again' then c.n else 0 end, case when c.key = 'finished_not_valid' then c.n else 0 end, case when c.key = 'reason_solved' then c.n else 0 end, case when c.key = 'reason_explained' then c.n else 0 end, case when c.key = 'reason_not_ours' then c.n else 0 end, case when c.key = 'reason_withdrawn' then c.n else 0 end, case when c.key = 'reason_duplicate' then c.n else 0 end, case when c.key = 'reason_unstated' then c.n else 0 end, case when c.key = 'callback_reached' then c.n else 0 end, case when c.key = 'callback_unreachable' then c.n else 0 end, case when c.key = 'callback_declined' then c.n else 0 end, case when c.key = 'callback_contacted' then c.n else 0 end, case when c.key = 'callback_solved' then c.n else 0 end, case when c.key = 'callback_partly' then c.n else 0 end, case when c.key = 'satisfaction_5' then c.n else 0 end, case when c.key = 'satisfaction_4' then c.n else 0 end, case when c.key = 'satisfaction_3' then c.n else 0 end, case when c.key = 'satisfaction_2' then c.n else 0 end, case when c.key = 'satisfaction_1' then c.n else 0 end, case when c.key = 'checked' then c.n else 0 end, case when c.key = 'reworked' then c.n else 0 end, case when c.key = 'reopened' then c.n else 0 end, case when c.key = 'extended' then c.n else 0 end, case when c.key = 'deferred' then c.n else 0 end, case when c.key = 'voided' then c.n else 0 end, case when c.key = 'visits_made' then c.n else 0 end, case when c.key = 'visits_missed' then c.n else 0 end, case when c.key = 'visits_absent' then c.n else 0 end, case when c.key = 'visits_refused' then c.n else 0 end from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what = 'case');--> statement-breakpoint
CREATE VIEW "public"."duration_days" WITH (security_invoker = true) AS (select area_id, day, area_pos, contact, dispatch from duration_sums union all select a.ancestor_id, c.day, a.ancestor_pos, case when c.what = 'contact' then array_fill(0, array[c.key::int]) || c.n else '{}' end, case when c.what = 'dispatch' then array_fill(0, array[c.key::int]) || c.n else '{}' end from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what in ('contact', 'dispatch') and a.mixed = 1);--> statement-breakpoint
CREATE VIEW "public"."mix_days" WITH (security_invoker = true) AS (select area_id, dimension, day, key, area_pos, n from mix_sums union all select a.ancestor_id, c.what, c.day, c.key, a.ancestor_pos, c.n from count_changes c join area_ancestors a on a.area_id = c.area_id where c.what in ('category') and a.mixed = 1);--> statement-breakpoint
CREATE POLICY "accounts_read" ON "accounts" AS PERMISSIVE FOR SELECT TO public USING ((current_setting('app.role') in ('sysadmin', 'secadmin') and account_reach(id) in ('all', 'some')) or id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_insert" ON "accounts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('sysadmin') and account_reach(id) in ('all'));--> statement-breakpoint
CREATE POLICY "accounts_update" ON "accounts" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('sysadmin') and account_reach(id) in ('all')) WITH CHECK (current_setting('app.role') in ('sysadmin') and account_reach(id) in ('all'));--> statement-breakpoint
CREATE POLICY "grants_read" ON "grants" AS PERMISSIVE FOR SELECT TO public USING ((current_setting('app.role') in ('sysadmin', 'secadmin') and exists (select 1 from areas a where a.id = area_id)) or account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "grants_insert" ON "grants" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('secadmin') and exists (select 1 from areas a where a.id = area_id) and not (account_id = current_setting('app.account')::uuid));--> statement-breakpoint
CREATE POLICY "grants_update" ON "grants" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('secadmin') and exists (select 1 from areas a where a.id = area_id) and not (account_id = current_setting('app.account')::uuid)) WITH CHECK (current_setting('app.role') in ('secadmin') and exists (select 1 from areas a where a.id = area_id) and not (account_id = current_setting('app.account')::uuid));--> statement-breakpoint
CREATE POLICY "settings_read" ON "settings" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "settings_insert" ON "settings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('sysadmin'));--> statement-breakpoint
CREATE POLICY "settings_update" ON "settings" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('sysadmin')) WITH CHECK (current_setting('app.role') in ('sysadmin'));--> statement-breakpoint
CREATE POLICY "area_ancestors_read" ON "area_ancestors" AS PERMISSIVE FOR SELECT TO public USING (ancestor_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_codes_read" ON "area_codes" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_codes_insert" ON "area_codes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_codes_update" ON "area_codes" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_predecessors_read" ON "area_predecessors" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_predecessors_insert" ON "area_predecessors" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "area_predecessors_update" ON "area_predecessors" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "areas_read" ON "areas" AS PERMISSIVE FOR SELECT TO public USING (pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "areas_insert" ON "areas" AS PERMISSIVE FOR INSERT TO public WITH CHECK (pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "areas_update" ON "areas" AS PERMISSIVE FOR UPDATE TO public USING (pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "boundaries_read" ON "boundaries" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "boundaries_insert" ON "boundaries" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "boundaries_update" ON "boundaries" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "officers_read" ON "officers" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "officers_insert" ON "officers" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "officers_update" ON "officers" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "stations_read" ON "stations" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "stations_insert" ON "stations" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "stations_update" ON "stations" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "units_read" ON "units" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "units_insert" ON "units" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('official', 'sysadmin') and area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "units_update" ON "units" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('official', 'sysadmin') and area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (current_setting('app.role') in ('official', 'sysadmin') and area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "callback_draws_read" ON "callback_draws" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_draws_insert" ON "callback_draws" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_draws_update" ON "callback_draws" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_read" ON "callback_picks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_insert" ON "callback_picks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "callback_picks_update" ON "callback_picks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "assignments_read" ON "assignments" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "assignments_insert" ON "assignments" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "assignments_update" ON "assignments" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "cases_read" ON "cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = ''
     or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
     or exists (select 1 from whistles w where w.case_id = cases.id and w.unit_id = nullif(current_setting('app.unit'), '')::uuid and w.end_reason is distinct from 'withdrawn')));--> statement-breakpoint
CREATE POLICY "cases_insert" ON "cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "cases_update" ON "cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "events_read" ON "events" AS PERMISSIVE FOR SELECT TO public USING (case when subject = 'case' and current_setting('app.role') <> 'auditor'
              then area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
                   and (current_setting('app.unit') = ''
     or exists (select 1 from assignments a where a.case_id = events.subject_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
     or exists (select 1 from whistles w where w.case_id = events.subject_id and w.unit_id = nullif(current_setting('app.unit'), '')::uuid and w.end_reason is distinct from 'withdrawn'))
              else area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
                   and (current_setting('app.role') = 'auditor' or (subject not in ('account', 'setting') and current_setting('app.unit') = '')) end);--> statement-breakpoint
CREATE POLICY "imports_read" ON "imports" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "imports_insert" ON "imports" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "imports_update" ON "imports" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "categories_read" ON "categories" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "categories_insert" ON "categories" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('official') and area_id in (select a.id from areas a where a.pos between current_setting('app.lo')::int and current_setting('app.hi')::int));--> statement-breakpoint
CREATE POLICY "category_rules_read" ON "category_rules" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int);--> statement-breakpoint
CREATE POLICY "category_rules_insert" ON "category_rules" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official'));--> statement-breakpoint
CREATE POLICY "category_rules_update" ON "category_rules" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official')) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.role') in ('official'));--> statement-breakpoint
CREATE POLICY "case_contacts_read" ON "case_contacts" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));--> statement-breakpoint
CREATE POLICY "case_contacts_insert" ON "case_contacts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));--> statement-breakpoint
CREATE POLICY "case_contacts_update" ON "case_contacts" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners'))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_contacts.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)) and not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in ('property', 'owners')));--> statement-breakpoint
CREATE POLICY "count_changes_read" ON "count_changes" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "day_sums_read" ON "day_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "duration_sums_read" ON "duration_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ground_days_read" ON "ground_days" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "mix_sums_read" ON "mix_sums" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "escalation_rules_read" ON "escalation_rules" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.tree_hi')::int and area_last >= current_setting('app.tree_lo')::int);--> statement-breakpoint
CREATE POLICY "escalation_rules_insert" ON "escalation_rules" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "escalation_rules_update" ON "escalation_rules" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "escalations_read" ON "escalations" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = escalations.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "agreement_tasks_read" ON "agreement_tasks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "agreement_tasks_insert" ON "agreement_tasks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "agreement_tasks_update" ON "agreement_tasks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreement_tasks.estate_id in (select my_estates())) and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "agreements_read" ON "agreements" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or agreements.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "agreements_insert" ON "agreements" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "agreements_update" ON "agreements" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_parties_read" ON "estate_parties" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estate_parties.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estate_parties_insert" ON "estate_parties" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_parties_update" ON "estate_parties" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_places_read" ON "estate_places" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estate_places.estate_id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estate_places_insert" ON "estate_places" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estate_places_update" ON "estate_places" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estates_read" ON "estates" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or estates.id in (select my_estates())));--> statement-breakpoint
CREATE POLICY "estates_insert" ON "estates" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "estates_update" ON "estates" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_read" ON "ledger_marks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_insert" ON "ledger_marks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ledger_marks_update" ON "ledger_marks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_read" ON "findings" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_insert" ON "findings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "findings_update" ON "findings" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvement_cases_read" ON "improvement_cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvement_cases_insert" ON "improvement_cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvement_cases_update" ON "improvement_cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_read" ON "improvements" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_insert" ON "improvements" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "improvements_update" ON "improvements" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "instrument_items_read" ON "instrument_items" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "instrument_items_insert" ON "instrument_items" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is null and i.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''));--> statement-breakpoint
CREATE POLICY "instruments_read" ON "instruments" AS PERMISSIVE FOR SELECT TO public USING (published_at is not null or (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''));--> statement-breakpoint
CREATE POLICY "instruments_insert" ON "instruments" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and published_at is null);--> statement-breakpoint
CREATE POLICY "instruments_update" ON "instruments" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and published_at is null) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_photos_read" ON "case_photos" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_photos.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_photos_insert" ON "case_photos" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_photos.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_photos_update" ON "case_photos" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_photos.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_photos.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "reminder_marks_read" ON "reminder_marks" AS PERMISSIVE FOR SELECT TO public USING (account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "reminder_marks_insert" ON "reminder_marks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "reminder_marks_update" ON "reminder_marks" AS PERMISSIVE FOR UPDATE TO public USING (account_id = current_setting('app.account')::uuid) WITH CHECK (account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "reply_templates_read" ON "reply_templates" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "reply_templates_insert" ON "reply_templates" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "reply_templates_update" ON "reply_templates" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_links_read" ON "case_links" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_links_insert" ON "case_links" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_links_update" ON "case_links" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_links.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_requests_read" ON "case_requests" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_requests_insert" ON "case_requests" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "case_requests_update" ON "case_requests" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = case_requests.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "answer_batches_read" ON "answer_batches" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "answer_batches_insert" ON "answer_batches" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "answer_batches_update" ON "answer_batches" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "paper_batches_read" ON "paper_batches" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "paper_batches_insert" ON "paper_batches" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "round_cells_read" ON "round_cells" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "rounds_read" ON "rounds" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "rounds_insert" ON "rounds" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is not null));--> statement-breakpoint
CREATE POLICY "rounds_update" ON "rounds" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_sources_read" ON "case_sources" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_sources_insert" ON "case_sources" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "case_sources_update" ON "case_sources" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_cases_read" ON "topic_cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_cases_insert" ON "topic_cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_cases_update" ON "topic_cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_read" ON "topic_notes" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_insert" ON "topic_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_notes_update" ON "topic_notes" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_read" ON "topic_tasks" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_insert" ON "topic_tasks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topic_tasks_update" ON "topic_tasks" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_read" ON "topics" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_insert" ON "topics" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "topics_update" ON "topics" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "urges_read" ON "urges" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "urges_insert" ON "urges" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "urges_update" ON "urges" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = urges.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "saved_views_read" ON "saved_views" AS PERMISSIVE FOR SELECT TO public USING (owner_id = current_setting('app.account')::uuid or (shared and area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = ''));--> statement-breakpoint
CREATE POLICY "saved_views_insert" ON "saved_views" AS PERMISSIVE FOR INSERT TO public WITH CHECK (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int);--> statement-breakpoint
CREATE POLICY "saved_views_update" ON "saved_views" AS PERMISSIVE FOR UPDATE TO public USING (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int) WITH CHECK (owner_id = current_setting('app.account')::uuid and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int);--> statement-breakpoint
CREATE POLICY "visits_read" ON "visits" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "visits_insert" ON "visits" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "visits_update" ON "visits" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "whistles_read" ON "whistles" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or (unit_id = nullif(current_setting('app.unit'), '')::uuid and end_reason is distinct from 'withdrawn') or exists (select 1 from assignments a where a.case_id = whistles.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "whistles_insert" ON "whistles" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "whistles_update" ON "whistles" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));