ALTER TABLE "basic"."approved_project" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "basic"."asked_counts" ADD COLUMN "refused" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "basic"."asked_counts" ADD COLUMN "words" jsonb;