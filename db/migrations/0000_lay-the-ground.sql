CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"oidc_subject" text,
	"locale" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_unit" CHECK (("grants"."role" = 'handler') = ("grants"."unit_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
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
	"slots" smallint NOT NULL,
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
	"area_m_2" double precision,
	"covered_m_2" double precision,
	"opened_on" date DEFAULT '2000-01-01' NOT NULL,
	"closed_on" date,
	"party_from" date,
	"party_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "areas_pos_key" UNIQUE("pos"),
	CONSTRAINT "areas_range" CHECK ("areas"."pos" > 0 and "areas"."last" >= "areas"."pos"),
	CONSTRAINT "areas_counts" CHECK ("areas"."households" >= 0 and "areas"."residents" >= 0 and "areas"."area_m_2" >= 0 and "areas"."covered_m_2" >= 0),
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
CREATE TABLE "assignments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"dispatched_at" timestamp with time zone NOT NULL,
	"sign_due_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
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
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"place" text,
	"lon" double precision,
	"lat" double precision,
	"channel" text NOT NULL,
	"request_type" text DEFAULT 'other' NOT NULL,
	"category_code" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'registered' NOT NULL,
	"validity" text DEFAULT 'valid' NOT NULL,
	"unit_id" uuid,
	"joint" boolean DEFAULT false NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"contact_due_at" timestamp with time zone,
	"dispatch_due_at" timestamp with time zone,
	"close_due_at" timestamp with time zone,
	"due_provisional" boolean DEFAULT false NOT NULL,
	"contacted_at" timestamp with time zone,
	"dispatched_at" timestamp with time zone,
	"sign_due_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"close_reason" text,
	"public_reply" text,
	"voided_at" timestamp with time zone,
	"extended_at" timestamp with time zone,
	"deferred_at" timestamp with time zone,
	"returned_count" smallint DEFAULT 0 NOT NULL,
	"rework_count" smallint DEFAULT 0 NOT NULL,
	"callback_due_at" timestamp with time zone,
	"called_back_at" timestamp with time zone,
	"callback_outcome" text,
	"callback_contacted" boolean,
	"callback_solved" text,
	"callback_satisfaction" smallint,
	"source" text,
	"source_key" text,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_source_key" UNIQUE("source","source_key"),
	CONSTRAINT "cases_times" CHECK ("cases"."closed_at" >= "cases"."registered_at" and "cases"."dispatched_at" >= "cases"."registered_at" and "cases"."contacted_at" >= "cases"."registered_at"),
	CONSTRAINT "cases_point" CHECK (("cases"."lon" is null) = ("cases"."lat" is null) and "cases"."lon" between -180 and 180 and "cases"."lat" between -90 and 90),
	CONSTRAINT "cases_callback" CHECK (("cases"."called_back_at" is null) = ("cases"."callback_outcome" is null) and ("cases"."callback_outcome" is not distinct from 'reached') = ("cases"."callback_contacted" is not null and "cases"."callback_solved" is not null and "cases"."callback_satisfaction" is not null)),
	CONSTRAINT "cases_satisfaction" CHECK ("cases"."callback_satisfaction" between 1 and 5),
	CONSTRAINT "cases_closed" CHECK ("cases"."close_reason" is null or "cases"."closed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"default_level" text,
	"basis" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "categories_limits" CHECK (("categories"."close_limit" is null) = ("categories"."close_unit" is null) and ("categories"."contact_limit" is null) = ("categories"."contact_unit" is null) and "categories"."close_limit" > 0 and "categories"."contact_limit" > 0)
);
--> statement-breakpoint
ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"subject_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"action" text NOT NULL,
	"area_pos" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
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
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "area_days" (
	"area_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
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
	"extended" integer DEFAULT 0 NOT NULL,
	"deferred" integer DEFAULT 0 NOT NULL,
	"voided" integer DEFAULT 0 NOT NULL,
	"visits_made" integer DEFAULT 0 NOT NULL,
	"visits_missed" integer DEFAULT 0 NOT NULL,
	"visits_absent" integer DEFAULT 0 NOT NULL,
	"visits_refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "area_days_area_id_day_slot_pk" PRIMARY KEY("area_id","day","slot")
);
--> statement-breakpoint
ALTER TABLE "area_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "mix_days" (
	"area_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"area_pos" integer NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "mix_days_area_id_dimension_day_key_pk" PRIMARY KEY("area_id","dimension","day","key")
);
--> statement-breakpoint
ALTER TABLE "mix_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "instrument_items" (
	"instrument_id" uuid NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"sense" text,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"top_from" integer NOT NULL,
	"scored" boolean NOT NULL,
	"labels" jsonb NOT NULL,
	CONSTRAINT "instrument_items_instrument_id_code_pk" PRIMARY KEY("instrument_id","code"),
	CONSTRAINT "instrument_items_scale" CHECK ("instrument_items"."low" < "instrument_items"."high" and "instrument_items"."top_from" between "instrument_items"."low" and "instrument_items"."high")
);
--> statement-breakpoint
ALTER TABLE "instrument_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "instruments_key" UNIQUE("key","version")
);
--> statement-breakpoint
ALTER TABLE "instruments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_cells" (
	"round_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"key" text NOT NULL,
	"area_pos" integer NOT NULL,
	"n" integer NOT NULL,
	"missing" integer NOT NULL,
	"mean" double precision NOT NULL,
	"variance" double precision NOT NULL,
	"top" integer NOT NULL,
	"hidden" boolean NOT NULL,
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
	"closed_at" timestamp with time zone,
	"source_key" text,
	CONSTRAINT "rounds_source_key" UNIQUE("area_id","source_key"),
	CONSTRAINT "rounds_dates" CHECK ("rounds"."closes_on" >= "rounds"."opens_on")
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_category_code_categories_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."categories"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_days" ADD CONSTRAINT "area_days_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ground_days" ADD CONSTRAINT "ground_days_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mix_days" ADD CONSTRAINT "mix_days_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cells" ADD CONSTRAINT "round_cells_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cells" ADD CONSTRAINT "round_cells_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "assignments_unit_idx" ON "assignments" USING btree ("unit_id","dispatched_at");--> statement-breakpoint
CREATE INDEX "cases_area_registered_idx" ON "cases" USING btree ("area_pos","registered_at","id");--> statement-breakpoint
CREATE INDEX "cases_registered_idx" ON "cases" USING btree ("registered_at","id");--> statement-breakpoint
CREATE INDEX "cases_close_open_idx" ON "cases" USING btree ("close_due_at","area_pos") WHERE closed_at is null and validity = 'valid' and deferred_at is null;--> statement-breakpoint
CREATE INDEX "cases_contact_open_idx" ON "cases" USING btree ("contact_due_at","area_pos") WHERE contacted_at is null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_dispatch_open_idx" ON "cases" USING btree ("dispatch_due_at","area_pos") WHERE dispatched_at is null and closed_at is null and validity = 'valid';--> statement-breakpoint
CREATE INDEX "cases_area_closed_idx" ON "cases" USING btree ("area_pos","closed_at");--> statement-breakpoint
CREATE INDEX "cases_closed_idx" ON "cases" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "cases_provisional_idx" ON "cases" USING btree ("close_due_at") WHERE due_provisional;--> statement-breakpoint
CREATE INDEX "cases_unplaced_idx" ON "cases" USING btree ("area_pos","registered_at") WHERE not placed;--> statement-breakpoint
CREATE INDEX "cases_number_idx" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_unit_idx" ON "cases" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "events_pos_idx" ON "events" USING btree ("area_pos","at");--> statement-breakpoint
CREATE INDEX "events_at_idx" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "imports_pos_idx" ON "imports" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "visits_pos_idx" ON "visits" USING btree ("area_pos","visited_on");--> statement-breakpoint
CREATE INDEX "ground_days_pos_idx" ON "ground_days" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "answers_area_idx" ON "answers" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE INDEX "round_cells_pos_idx" ON "round_cells" USING btree ("area_pos");--> statement-breakpoint
CREATE INDEX "rounds_pos_idx" ON "rounds" USING btree ("area_pos");--> statement-breakpoint
CREATE POLICY "accounts_read" ON "accounts" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.role') in ('sysadmin', 'secadmin') or id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_insert" ON "accounts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('sysadmin'));--> statement-breakpoint
CREATE POLICY "accounts_update" ON "accounts" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('sysadmin')) WITH CHECK (current_setting('app.role') in ('sysadmin'));--> statement-breakpoint
CREATE POLICY "grants_read" ON "grants" AS PERMISSIVE FOR SELECT TO public USING (current_setting('app.role') in ('sysadmin', 'secadmin') or account_id = current_setting('app.account')::uuid);--> statement-breakpoint
CREATE POLICY "grants_insert" ON "grants" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('secadmin'));--> statement-breakpoint
CREATE POLICY "grants_update" ON "grants" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('secadmin')) WITH CHECK (current_setting('app.role') in ('secadmin'));--> statement-breakpoint
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
CREATE POLICY "units_insert" ON "units" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('official', 'sysadmin'));--> statement-breakpoint
CREATE POLICY "units_update" ON "units" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('official', 'sysadmin')) WITH CHECK (current_setting('app.role') in ('official', 'sysadmin'));--> statement-breakpoint
CREATE POLICY "assignments_read" ON "assignments" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "assignments_insert" ON "assignments" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "assignments_update" ON "assignments" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid)) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and (current_setting('app.unit') = '' or unit_id = nullif(current_setting('app.unit'), '')::uuid));--> statement-breakpoint
CREATE POLICY "cases_read" ON "cases" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "cases_insert" ON "cases" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "cases_update" ON "cases" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))) WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = cases.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)));--> statement-breakpoint
CREATE POLICY "categories_read" ON "categories" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "categories_insert" ON "categories" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.role') in ('official', 'sysadmin'));--> statement-breakpoint
CREATE POLICY "categories_update" ON "categories" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.role') in ('official', 'sysadmin')) WITH CHECK (current_setting('app.role') in ('official', 'sysadmin'));--> statement-breakpoint
CREATE POLICY "events_read" ON "events" AS PERMISSIVE FOR SELECT TO public USING (case when subject = 'case' and current_setting('app.role') <> 'auditor'
              then area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
                   and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = events.subject_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))
              else area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
                   and (current_setting('app.role') = 'auditor' or subject not in ('account', 'setting')) end);--> statement-breakpoint
CREATE POLICY "imports_read" ON "imports" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "imports_insert" ON "imports" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "imports_update" ON "imports" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int) WITH CHECK (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "visits_read" ON "visits" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "visits_insert" ON "visits" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "visits_update" ON "visits" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "area_days_read" ON "area_days" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "ground_days_read" ON "ground_days" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int);--> statement-breakpoint
CREATE POLICY "mix_days_read" ON "mix_days" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "instrument_items_read" ON "instrument_items" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "instrument_items_insert" ON "instrument_items" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "instrument_items_update" ON "instrument_items" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.unit') = '') WITH CHECK (current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "instruments_read" ON "instruments" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "instruments_insert" ON "instruments" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "instruments_update" ON "instruments" AS PERMISSIVE FOR UPDATE TO public USING (current_setting('app.unit') = '') WITH CHECK (current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "round_cells_read" ON "round_cells" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '' and not hidden);--> statement-breakpoint
CREATE POLICY "rounds_read" ON "rounds" AS PERMISSIVE FOR SELECT TO public USING (area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "rounds_insert" ON "rounds" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "rounds_update" ON "rounds" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');