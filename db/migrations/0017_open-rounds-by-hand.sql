ALTER TABLE "rounds" ADD COLUMN "target" integer;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "opened_by" uuid DEFAULT nullif(current_setting('app.account', true), '')::uuid;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "published_by" uuid;--> statement-breakpoint
UPDATE "rounds" SET "published_at" = "closed_at";--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_code_key" UNIQUE("code");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_target" CHECK ("rounds"."target" between 1 and 100000);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_published" CHECK ("rounds"."published_at" is null or "rounds"."closed_at" is not null);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_author" CHECK ("rounds"."source_key" is not null or "rounds"."published_by" is distinct from "rounds"."opened_by" or "rounds"."published_by" is null);