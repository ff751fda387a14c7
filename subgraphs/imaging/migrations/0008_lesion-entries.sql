CREATE TABLE "imaging"."lesion_entry" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lesion_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"change" text NOT NULL,
	"lesion" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"organ_system" text,
	"organ_code" text,
	"organ_display" text,
	"site" text,
	"node" boolean NOT NULL,
	"measured_on" date,
	"measured_precision" text,
	"tenths" integer,
	"modality" text,
	"slice_tenths" integer,
	"study_uid" text,
	"series_uid" text,
	"measured_by" text,
	"note" text,
	"tumour_id" uuid,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "lesion_entry_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."lesion_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imaging"."lesion" ADD COLUMN "site" text;--> statement-breakpoint
CREATE INDEX "lesion_entry_of_lesion" ON "imaging"."lesion_entry" USING btree ("patient_id","lesion_id","entered_at");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "imaging"."lesion_entry" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "lesion_entry".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "lesion_entry".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "enter_in_care" ON "imaging"."lesion_entry" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "lesion_entry".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) and entered_by = (select current_setting('nodp.account', true)) and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."lesion_entry" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "imaging"."lesion_entry" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));