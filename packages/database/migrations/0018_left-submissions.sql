ALTER TABLE "basic"."submission" ADD COLUMN "request" jsonb;--> statement-breakpoint
ALTER TABLE "basic"."submission" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;