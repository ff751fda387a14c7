CREATE TABLE "patients"."recomputation" (
	"rule_version" smallint PRIMARY KEY NOT NULL,
	"after" uuid,
	"patients" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "patients"."recomputation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."tumour_at_diagnosis" (
	"patient_id" uuid NOT NULL,
	"tumour_id" uuid NOT NULL,
	"stage_group" text,
	"broad_stage" text NOT NULL,
	"axis" text,
	"classification" text,
	"stage_id" uuid,
	"t" text,
	"n" text,
	"m" text,
	"tnm" text NOT NULL,
	"age" smallint,
	"explanation" jsonb NOT NULL,
	"rule_version" smallint NOT NULL,
	CONSTRAINT "tumour_at_diagnosis_patient_id_tumour_id_pk" PRIMARY KEY("patient_id","tumour_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."tumour_at_diagnosis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."tumour_at_diagnosis" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "tumour_at_diagnosis".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
-- Clinical rules are no longer in SQL: what they decide is stored by patients.store_summaries.
drop function if exists patients.renew_summaries(jsonb);
