CREATE TABLE "patients"."prognosis_entry" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tumour_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"input" text NOT NULL,
	"value" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "prognosis_entry_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."prognosis_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "prognosis_entry_of_tumour" ON "patients"."prognosis_entry" USING btree ("patient_id","tumour_id","entered_at");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."prognosis_entry" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "prognosis_entry".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "prognosis_entry".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "enter_in_care" ON "patients"."prognosis_entry" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "prognosis_entry".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "prognosis_entry".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())) and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));