ALTER TABLE "patients"."observation" ADD COLUMN "digits" text;--> statement-breakpoint
ALTER TABLE "patients"."observation" ADD COLUMN "tumour_source_id" text;--> statement-breakpoint
ALTER TABLE "patients"."observation" ADD COLUMN "tumour_grade" text;--> statement-breakpoint
ALTER TABLE "patients"."observation" ADD COLUMN "tumour_morphology" text;--> statement-breakpoint
ALTER TABLE "patients"."patient" ADD COLUMN "in_use" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "patients"."treatment" ADD COLUMN "dose_digits" text;--> statement-breakpoint
ALTER TABLE "patients"."treatment" ADD COLUMN "regimen_system" text;--> statement-breakpoint
ALTER TABLE "patients"."treatment" ADD COLUMN "regimen_code" text;--> statement-breakpoint
ALTER TABLE "patients"."treatment" ADD COLUMN "regimen_display" text;--> statement-breakpoint
ALTER TABLE "patients"."treatment" ADD COLUMN "part_of_source_id" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour" ADD COLUMN "related_source_id" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "found_grade" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "found_morphology" text;--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ADD COLUMN "found_site_group" text;--> statement-breakpoint
CREATE INDEX "observation_of_tumour" ON "patients"."observation" USING btree ("patient_id") WHERE tumour_grade is not null or tumour_morphology is not null;