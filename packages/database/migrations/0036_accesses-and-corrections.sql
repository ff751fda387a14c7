ALTER TABLE "basic"."look_review" RENAME TO "restricted_access_review";--> statement-breakpoint
ALTER TABLE "basic"."restricted_access_review" RENAME CONSTRAINT "look_review_institution_id_patient_id_account_id_day_pk" TO "restricted_access_review_institution_id_patient_id_account_id_day_pk";--> statement-breakpoint
UPDATE "basic"."held_record" SET "state" = 'CORRECTED' WHERE "state" = 'MENDED';--> statement-breakpoint
DROP FUNCTION IF EXISTS "basic"."first_looks"(date, date, integer);--> statement-breakpoint
DROP FUNCTION IF EXISTS "basic"."restricted_looks"(date, date, boolean, integer);--> statement-breakpoint
DROP FUNCTION IF EXISTS "basic"."review_look"(uuid, text, text, text, text);
