CREATE TABLE "patients"."patient_note" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"institution_id" uuid NOT NULL,
	"words" text,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "patient_note_patient_id_id_version_pk" PRIMARY KEY("patient_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "patients"."patient_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_entered" ON "patients"."patient_note" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "patient_note".patient_id and c.institution_id = "patient_note".institution_id));--> statement-breakpoint
CREATE POLICY "enter_own" ON "patients"."patient_note" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "patient_note".patient_id and c.institution_id = "patient_note".institution_id) and written_by = (select current_setting('nodp.account', true)));