DROP INDEX "patients"."observation_of_tumour";--> statement-breakpoint
ALTER TABLE "patients"."observation" ADD COLUMN "tumour_histology" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour" ADD COLUMN "histology_sent" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "found_histology" text;--> statement-breakpoint
CREATE INDEX "observation_of_tumour" ON "patients"."observation" USING btree ("patient_id") WHERE tumour_grade is not null or tumour_morphology is not null or tumour_histology is not null;