ALTER TABLE "research"."release" DROP COLUMN "tables";--> statement-breakpoint
ALTER TABLE "research"."release" DROP COLUMN "seconds";