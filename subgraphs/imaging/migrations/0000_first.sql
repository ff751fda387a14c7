CREATE SCHEMA "imaging";
--> statement-breakpoint
CREATE TABLE "imaging"."imaging_report" (
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
	"status" text NOT NULL,
	"reported_on" date,
	"reported_precision" text,
	"conclusion" text,
	"report_text" text,
	CONSTRAINT "imaging_report_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "imaging_report_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."imaging_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imaging"."study" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"study_instance_uid" text,
	"started_at" timestamp with time zone,
	"description" text,
	"modalities" text[] NOT NULL,
	"body_site_system" text,
	"body_site_code" text,
	"body_site_display" text,
	"series_count" integer NOT NULL,
	"instance_count" integer NOT NULL,
	"series" jsonb NOT NULL,
	CONSTRAINT "study_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "study_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_in_care" ON "imaging"."imaging_report" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "imaging_report".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."imaging_report" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."imaging_report" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "imaging"."study" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "study".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."study" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."study" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));