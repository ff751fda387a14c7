ALTER TABLE "research"."release" ADD COLUMN "persons_key" bigint;--> statement-breakpoint
ALTER TABLE "research"."release" ADD COLUMN "cases_key" bigint;