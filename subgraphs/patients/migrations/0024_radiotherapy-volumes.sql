CREATE TABLE "patients"."radiotherapy_volume" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"course_source_id" text NOT NULL,
	"label" text,
	"volume_type_system" text,
	"volume_type_code" text,
	"volume_type_display" text,
	"site_system" text,
	"site_code" text,
	"site_display" text,
	"delivered_centigray" double precision,
	"planned_centigray" double precision,
	"fractions_delivered" integer,
	"fractions_planned" integer,
	"fractions_per_day" integer,
	"started_on" date,
	"started_precision" text,
	"ended_on" date,
	"ended_precision" text,
	"interruptions" jsonb NOT NULL,
	"lesions" text[] NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "radiotherapy_volume_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "radiotherapy_volume_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."radiotherapy_volume" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "radiotherapy_volume_as_sent" ON "patients"."radiotherapy_volume" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."radiotherapy_volume" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "radiotherapy_volume".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "radiotherapy_volume".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."radiotherapy_volume" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."radiotherapy_volume" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "patients"."radiotherapy_volume" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.radiotherapy_volume for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.radiotherapy_volume for each row execute function basic.keep_former();
