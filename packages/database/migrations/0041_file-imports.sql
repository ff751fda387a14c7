ALTER TABLE "basic"."kept_file" RENAME TO "file_import";--> statement-breakpoint
ALTER TABLE "basic"."file_import" RENAME CONSTRAINT "kept_file_institution_id_id_pk" TO "file_import_institution_id_id_pk";--> statement-breakpoint
ALTER INDEX "basic"."kept_file_newest" RENAME TO "file_import_newest";--> statement-breakpoint
ALTER INDEX "basic"."kept_file_waiting" RENAME TO "file_import_waiting";
