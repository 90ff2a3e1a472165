CREATE TABLE "answer_texts" (
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"area_id" uuid NOT NULL,
	"area_pos" integer NOT NULL,
	"code" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "answer_texts_round_id_id_pk" PRIMARY KEY("round_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instrument_items" DROP CONSTRAINT "instrument_items_scale";--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD COLUMN "texts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD COLUMN "kind" text DEFAULT 'scale' NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD COLUMN "weight" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD COLUMN "options" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument_items" ADD COLUMN "shown_if" jsonb;--> statement-breakpoint
ALTER TABLE "paper_forms" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "unasked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_texts_area_idx" ON "answer_texts" USING btree ("round_id","area_pos");--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_scored" CHECK (not "instrument_items"."scored" or ("instrument_items"."kind" = 'scale' and "instrument_items"."sense" is not null));--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_weight" CHECK ("instrument_items"."weight" > 0 and "instrument_items"."weight" <= 100);--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_options" CHECK (case "instrument_items"."kind" when 'text' then jsonb_array_length("instrument_items"."options") = 0
        when 'choice' then "instrument_items"."low" = 1 and jsonb_array_length("instrument_items"."options") = "instrument_items"."high"
        else jsonb_array_length("instrument_items"."options") in (0, "instrument_items"."high" - "instrument_items"."low" + 1) end);--> statement-breakpoint
ALTER TABLE "instrument_items" ADD CONSTRAINT "instrument_items_scale" CHECK (case "instrument_items"."kind" when 'text' then "instrument_items"."low" = 0 and "instrument_items"."high" = 0 and "instrument_items"."top_from" = 0
        else "instrument_items"."low" < "instrument_items"."high" and "instrument_items"."top_from" between "instrument_items"."low" and "instrument_items"."high" end);