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
CREATE TABLE "batch_tokens" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"tokens" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer_batches" ADD CONSTRAINT "answer_batches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batches" ADD CONSTRAINT "answer_batches_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_receipts" ADD CONSTRAINT "answer_receipts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_tokens" ADD CONSTRAINT "batch_tokens_batch_id_answer_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."answer_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_batches_round_idx" ON "answer_batches" USING btree ("round_id","area_pos");--> statement-breakpoint
CREATE POLICY "answer_batches_read" ON "answer_batches" AS PERMISSIVE FOR SELECT TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "answer_batches_insert" ON "answer_batches" AS PERMISSIVE FOR INSERT TO public WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');--> statement-breakpoint
CREATE POLICY "answer_batches_update" ON "answer_batches" AS PERMISSIVE FOR UPDATE TO public USING (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '') WITH CHECK (area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = '');