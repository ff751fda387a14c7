ALTER TABLE "patients"."task_look" RENAME TO "task_recheck";--> statement-breakpoint
ALTER TABLE "patients"."task_recheck" RENAME COLUMN "look_on" TO "recheck_on";--> statement-breakpoint
ALTER TABLE "patients"."task_recheck" RENAME CONSTRAINT "task_look_pkey" TO "task_recheck_pkey";--> statement-breakpoint
ALTER INDEX "patients"."task_look_by_day" RENAME TO "task_recheck_by_day";--> statement-breakpoint
ALTER TABLE "patients"."indicator_look" RENAME TO "indicator_recheck";--> statement-breakpoint
ALTER TABLE "patients"."indicator_recheck" RENAME COLUMN "look_on" TO "recheck_on";--> statement-breakpoint
ALTER TABLE "patients"."indicator_recheck" RENAME CONSTRAINT "indicator_look_pkey" TO "indicator_recheck_pkey";--> statement-breakpoint
ALTER INDEX "patients"."indicator_look_by_day" RENAME TO "indicator_recheck_by_day";
