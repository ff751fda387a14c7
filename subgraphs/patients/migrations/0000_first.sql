CREATE SCHEMA "patients";
--> statement-breakpoint
CREATE TABLE "patients"."comorbidity" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"system" text,
	"code" text,
	"display" text,
	"onset_on" date,
	"onset_precision" text,
	"abated_on" date,
	"abated_precision" text,
	"clinical_status" text,
	CONSTRAINT "comorbidity_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "comorbidity_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."comorbidity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."encounter" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"class" text,
	"system" text,
	"code" text,
	"display" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "encounter_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "encounter_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."encounter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."identity" (
	"patient_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"name_hashes" text[] NOT NULL,
	"number_hashes" text[] NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_patient_id_institution_id_pk" PRIMARY KEY("patient_id","institution_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."national_identity" (
	"identity_hash" text PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."national_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."observation" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"category" text NOT NULL,
	"system" text,
	"code" text NOT NULL,
	"display" text,
	"at" timestamp with time zone NOT NULL,
	"value" double precision,
	"comparator" text,
	"unit" text,
	"normal_value" double precision,
	"normal_unit" text,
	"value_text" text,
	"interpretation" text,
	"reference_low" double precision,
	"reference_high" double precision,
	CONSTRAINT "observation_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "observation_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."observation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."patient" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"born_on" date,
	"born_precision" text,
	"vital_status" text NOT NULL,
	"died_on" date,
	"died_precision" text,
	"cause_of_death_system" text,
	"cause_of_death_code" text,
	"cause_of_death_display" text,
	"last_contact_on" date,
	"submission_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leading_tumour_id" uuid,
	"leading_site_group" text,
	"leading_diagnosed_on" date,
	"broad_stage" text DEFAULT 'UNKNOWN' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."patient" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."patient_source" (
	"institution_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"patient_id" uuid NOT NULL,
	CONSTRAINT "patient_source_institution_id_source_id_pk" PRIMARY KEY("institution_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."patient_source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."performance" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"scale" text NOT NULL,
	"score" smallint NOT NULL,
	"at" timestamp with time zone,
	CONSTRAINT "performance_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "performance_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."performance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."stage" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tumour_source_id" text,
	"axis" text NOT NULL,
	"classification" text,
	"value" text NOT NULL,
	"broad_stage" text,
	"system" text,
	"sent_system" text,
	"sent_code" text,
	"sent_display" text,
	"assessed_on" date,
	"assessed_precision" text,
	CONSTRAINT "stage_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "stage_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."stage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."treatment" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"system" text,
	"code" text,
	"display" text,
	"drug" text,
	"status" text NOT NULL,
	"started_on" date,
	"started_precision" text,
	"ended_on" date,
	"ended_precision" text,
	"intent_system" text,
	"intent_code" text,
	"intent_display" text,
	"line" smallint,
	"dose_value" double precision,
	"dose_unit" text,
	"body_site_system" text,
	"body_site_code" text,
	"body_site_display" text,
	"modality_system" text,
	"modality_code" text,
	"modality_display" text,
	"technique_system" text,
	"technique_code" text,
	"technique_display" text,
	"total_dose_centigray" double precision,
	"fractions" integer,
	CONSTRAINT "treatment_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "treatment_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."treatment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."tumour" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"site_group" text,
	"topography" text,
	"morphology" text,
	"icd10" text,
	"grade" text,
	"laterality" text,
	"diagnosed_on" date,
	"diagnosed_precision" text,
	"clinical_status" text,
	"sent_system" text,
	"sent_code" text,
	"sent_display" text,
	CONSTRAINT "tumour_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "tumour_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."tumour" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "identity_by_name" ON "patients"."identity" USING gin ("name_hashes");--> statement-breakpoint
CREATE INDEX "identity_by_number" ON "patients"."identity" USING gin ("number_hashes");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."comorbidity" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "comorbidity".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."comorbidity" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."comorbidity" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."encounter" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "encounter".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."encounter" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."encounter" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."identity" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "identity".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."identity" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."identity" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."observation" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "observation".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."observation" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."observation" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."patient" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "patient".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."patient" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."patient" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."performance" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "performance".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."performance" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."performance" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."stage" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "stage".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."stage" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."stage" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."treatment" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "treatment".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."treatment" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."treatment" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."tumour" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "tumour".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."tumour" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."tumour" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));