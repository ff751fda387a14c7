ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "behaviour" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "case_id" uuid;