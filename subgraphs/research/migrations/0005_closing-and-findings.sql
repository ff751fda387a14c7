ALTER TABLE "research"."release" ADD COLUMN "closing" date;--> statement-breakpoint
ALTER TABLE "research"."release" ADD COLUMN "multiple_primary" text;--> statement-breakpoint
ALTER TABLE "research"."release" ADD COLUMN "findings" jsonb;