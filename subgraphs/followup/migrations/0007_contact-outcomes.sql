CREATE TABLE "followup"."contact_outcome" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"contact" text,
	"outcome" text NOT NULL,
	"on" date NOT NULL,
	"note" text,
	"next_on" date,
	"submission_id" uuid NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"taken_back_by" text,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "contact_outcome_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "followup"."contact_outcome" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "contact_outcome_of_contact" ON "followup"."contact_outcome" USING btree ("patient_id","contact");--> statement-breakpoint
DROP POLICY "read_in_care" ON "followup"."questionnaire" CASCADE;--> statement-breakpoint
CREATE POLICY "read_entered" ON "followup"."questionnaire" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "questionnaire".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "questionnaire".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "read_entered" ON "followup"."contact_outcome" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "contact_outcome".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "contact_outcome".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));