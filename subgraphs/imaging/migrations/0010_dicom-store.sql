CREATE TABLE "imaging"."dicom_instance" (
	"institution_id" uuid NOT NULL,
	"sop_uid" text NOT NULL,
	"study_uid" text NOT NULL,
	"series_uid" text NOT NULL,
	"sop_class" text NOT NULL,
	"transfer_syntax" text NOT NULL,
	"number" integer,
	"frames" integer NOT NULL,
	"drawn" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"metadata" "bytea" NOT NULL,
	"account_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dicom_instance_institution_id_sop_uid_pk" PRIMARY KEY("institution_id","sop_uid")
);
--> statement-breakpoint
ALTER TABLE "imaging"."dicom_instance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imaging"."dicom_series" (
	"institution_id" uuid NOT NULL,
	"study_uid" text NOT NULL,
	"series_uid" text NOT NULL,
	"number" integer,
	"modality" text NOT NULL,
	"description" text,
	"body_part" text,
	"instance_count" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"attributes" "bytea" NOT NULL,
	"metadata" "bytea",
	"metadata_version" integer,
	"metadata_base" text,
	CONSTRAINT "dicom_series_institution_id_study_uid_series_uid_pk" PRIMARY KEY("institution_id","study_uid","series_uid")
);
--> statement-breakpoint
ALTER TABLE "imaging"."dicom_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imaging"."dicom_set_aside" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fault" text NOT NULL,
	"reason" text NOT NULL,
	"study_uid" text,
	"series_uid" text,
	"sop_class" text,
	"sop_uid" text,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"stored_sha256" text,
	"account_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "dicom_set_aside_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."dicom_set_aside" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imaging"."dicom_study" (
	"institution_id" uuid NOT NULL,
	"study_uid" text NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid,
	"patient_hash" text NOT NULL,
	"born_on" date,
	"name_hashes" text[] NOT NULL,
	"study_day" text NOT NULL,
	"started_at" timestamp with time zone,
	"description" text,
	"modalities" text[] NOT NULL,
	"series_count" integer DEFAULT 0 NOT NULL,
	"instance_count" integer DEFAULT 0 NOT NULL,
	"attributes" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dicom_study_institution_id_study_uid_pk" PRIMARY KEY("institution_id","study_uid")
);
--> statement-breakpoint
ALTER TABLE "imaging"."dicom_study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "dicom_instance_of_series" ON "imaging"."dicom_instance" USING btree ("institution_id","study_uid","series_uid","number","sop_uid");--> statement-breakpoint
CREATE INDEX "dicom_set_aside_latest" ON "imaging"."dicom_set_aside" USING btree ("institution_id","state","received_at");--> statement-breakpoint
CREATE INDEX "dicom_study_of_patient" ON "imaging"."dicom_study" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "dicom_study_waiting" ON "imaging"."dicom_study" USING btree ("institution_id","patient_hash") WHERE patient_id is null;--> statement-breakpoint
CREATE INDEX "dicom_study_by_day" ON "imaging"."dicom_study" USING btree ("institution_id","study_day","study_uid");--> statement-breakpoint
CREATE INDEX "dicom_study_by_uid" ON "imaging"."dicom_study" USING btree ("study_uid");--> statement-breakpoint
CREATE INDEX "study_by_uid" ON "imaging"."study" USING btree ("study_instance_uid");--> statement-breakpoint
CREATE POLICY "read_of_study" ON "imaging"."dicom_instance" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from imaging.dicom_study s where s.institution_id = "dicom_instance".institution_id and s.study_uid = "dicom_instance".study_uid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."dicom_instance" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."dicom_instance" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_of_study" ON "imaging"."dicom_series" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from imaging.dicom_study s where s.institution_id = "dicom_series".institution_id and s.study_uid = "dicom_series".study_uid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."dicom_series" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."dicom_series" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own" ON "imaging"."dicom_set_aside" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."dicom_set_aside" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."dicom_set_aside" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_entered" ON "imaging"."dicom_study" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.writes', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "dicom_study".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "dicom_study".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now()))));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."dicom_study" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."dicom_study" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "imaging"."dicom_study" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));