CREATE SCHEMA "followup";
--> statement-breakpoint
CREATE TABLE "followup"."contact" (
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
	"at" timestamp with time zone,
	"note" text,
	CONSTRAINT "contact_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "contact_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "followup"."contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."disease_status" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trend" text NOT NULL,
	"system" text,
	"code" text,
	"display" text,
	"assessed_on" date,
	"assessed_precision" text,
	CONSTRAINT "disease_status_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "disease_status_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "followup"."disease_status" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."plan" (
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
	"started_on" date,
	"started_precision" text,
	"ended_on" date,
	"ended_precision" text,
	"activities" jsonb NOT NULL,
	CONSTRAINT "plan_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "plan_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "followup"."plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "contact_due" ON "followup"."contact" USING btree ("institution_id","at");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."contact" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "contact".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "followup"."contact" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "followup"."contact" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."disease_status" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "disease_status".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "followup"."disease_status" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "followup"."disease_status" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."plan" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "plan".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "followup"."plan" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "followup"."plan" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));