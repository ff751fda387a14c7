CREATE TABLE "imaging"."image_measurement" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"measurement_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"change" text NOT NULL,
	"study_uid" text NOT NULL,
	"series_uid" text NOT NULL,
	"sop_uid" text NOT NULL,
	"frame" integer NOT NULL,
	"kind" text NOT NULL,
	"points" double precision[] NOT NULL,
	"calibration" text NOT NULL,
	"long_mm" double precision,
	"short_mm" double precision,
	"area_mm2" double precision,
	"mean" double precision,
	"deviation" double precision,
	"centre" double precision[],
	"lesion" text,
	"lesion_id" uuid,
	"report_uid" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "image_measurement_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."image_measurement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "image_measurement_versions" ON "imaging"."image_measurement" USING btree ("patient_id","measurement_id","entered_at");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "imaging"."image_measurement" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "image_measurement".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "image_measurement".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now()) or ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and exists (select 1 from basic.referral r where r.patient_id = "image_measurement".patient_id and r.to_institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and r.state = 'ACCEPTED' and r.ends_at > now()))));--> statement-breakpoint
CREATE POLICY "enter_in_care" ON "imaging"."image_measurement" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "image_measurement".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."image_measurement" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "imaging"."image_measurement" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));