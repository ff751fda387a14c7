CREATE TABLE "imaging"."lesion" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lesion" text NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"organ_system" text,
	"organ_code" text,
	"organ_display" text,
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
	"tumour_source_id" text,
	"entered_by" text,
	CONSTRAINT "lesion_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "lesion_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "imaging"."lesion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "lesion_as_sent" ON "imaging"."lesion" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "imaging"."lesion" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "lesion".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "lesion".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "imaging"."lesion" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "imaging"."lesion" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "imaging"."lesion" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
create trigger keep_former_of_corrected after update on imaging.lesion for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on imaging.lesion for each row execute function basic.keep_former();
