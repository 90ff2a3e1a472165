ALTER TABLE "instrument_items" ADD COLUMN "reversed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "coarse" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "weighted_mean" double precision;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "weighted_variance" double precision;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "weighted_df" double precision;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "effective_n" double precision;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "asked" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "source_digest" text;