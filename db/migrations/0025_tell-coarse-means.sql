ALTER TABLE "round_cells" ALTER COLUMN "top" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "mean_coarse" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round_cells" ADD COLUMN "alpha" double precision;