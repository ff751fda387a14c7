ALTER TABLE "basic"."kept_resource" RENAME TO "retained_resource";--> statement-breakpoint
ALTER TABLE "basic"."submission" RENAME COLUMN "door" TO "channel";--> statement-breakpoint
ALTER TABLE "basic"."retained_resource" RENAME CONSTRAINT "kept_once" TO "retained_once";
