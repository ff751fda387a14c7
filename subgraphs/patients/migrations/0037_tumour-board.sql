CREATE TABLE "patients"."board_case" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"tumour_id" uuid,
	"question" text NOT NULL,
	"presenter" text NOT NULL,
	"turn" integer NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone,
	"withdrawn_by" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "board_case_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."board_case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."board_decision" (
	"patient_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"institution_id" uuid NOT NULL,
	"options" jsonb NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"attended" jsonb NOT NULL,
	"decided_on" date NOT NULL,
	"due_on" date,
	"correction" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "board_decision_patient_id_case_id_version_pk" PRIMARY KEY("patient_id","case_id","version")
);
--> statement-breakpoint
ALTER TABLE "patients"."board_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."board_meeting" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"name" text NOT NULL,
	"place" text,
	"cancelled" boolean DEFAULT false NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "board_meeting_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "board_meeting_once" UNIQUE("institution_id","held_on","name")
);
--> statement-breakpoint
ALTER TABLE "patients"."board_meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."board_outcome" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"institution_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"note" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "board_outcome_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."board_outcome" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "board_case_of_meeting" ON "patients"."board_case" USING btree ("institution_id","meeting_id","turn");--> statement-breakpoint
CREATE INDEX "board_outcome_of_case" ON "patients"."board_outcome" USING btree ("patient_id","case_id","version","entered_at");--> statement-breakpoint
CREATE POLICY "read_entered" ON "patients"."board_case" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_case".patient_id and c.institution_id = "board_case".institution_id));--> statement-breakpoint
CREATE POLICY "enter_own" ON "patients"."board_case" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_case".patient_id and c.institution_id = "board_case".institution_id) and added_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "change_own" ON "patients"."board_case" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_case".patient_id and c.institution_id = "board_case".institution_id)) WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_case".patient_id and c.institution_id = "board_case".institution_id));--> statement-breakpoint
CREATE POLICY "read_entered" ON "patients"."board_decision" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_decision".patient_id and c.institution_id = "board_decision".institution_id));--> statement-breakpoint
CREATE POLICY "enter_own" ON "patients"."board_decision" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_decision".patient_id and c.institution_id = "board_decision".institution_id) and entered_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."board_meeting" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."board_meeting" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and changed_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."board_meeting" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and changed_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "read_entered" ON "patients"."board_outcome" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_outcome".patient_id and c.institution_id = "board_outcome".institution_id));--> statement-breakpoint
CREATE POLICY "enter_own" ON "patients"."board_outcome" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "board_outcome".patient_id and c.institution_id = "board_outcome".institution_id) and entered_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
-- What tasks ask of a patient has another column: a function's rows are changed by making it anew.
drop function if exists patients.task_facts(uuid[], text[], text);--> statement-breakpoint
drop function if exists patients.task_facts_of(uuid[], text[], text);
