CREATE TABLE "patients"."note_file" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "note_file_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."note_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_entered" ON "patients"."note_file" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "note_file".patient_id and c.institution_id = "note_file".institution_id));--> statement-breakpoint
CREATE POLICY "enter_own" ON "patients"."note_file" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "note_file".patient_id and c.institution_id = "note_file".institution_id) and added_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "take_own_back" ON "patients"."note_file" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "note_file".patient_id and c.institution_id = "note_file".institution_id) and added_by = (select current_setting('nodp.account', true))) WITH CHECK ((select current_setting('nodp.tasks', true)) <> '' and (select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "note_file".patient_id and c.institution_id = "note_file".institution_id) and added_by = (select current_setting('nodp.account', true)));