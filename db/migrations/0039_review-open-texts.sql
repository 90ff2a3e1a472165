ALTER TABLE "instruments" ADD COLUMN "group_by" text;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD COLUMN "asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD COLUMN "edited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_rejected" CHECK (("answer_texts"."state" = 'rejected') = ("answer_texts"."words" = ''));--> statement-breakpoint
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_reason" CHECK (("answer_texts"."state" = 'rejected') = ("answer_texts"."reason" is not null));--> statement-breakpoint
UPDATE "answer_texts" t SET "asked" = g.n FROM (
  SELECT a.round_id, a.area_id, i.code, count(*) AS n FROM answers a
  JOIN rounds r ON r.id = a.round_id JOIN instrument_items i ON i.instrument_id = r.instrument_id AND i.kind = 'text'
  WHERE i.shown_if IS NULL OR coalesce((i.shown_if -> 'marks') @> (a.marks -> (i.shown_if ->> 'item')), false)
  GROUP BY 1, 2, 3
) g WHERE t.round_id = g.round_id AND t.area_id = g.area_id AND t.code = g.code;
