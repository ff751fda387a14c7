CREATE TABLE "specimens"."genomic_test" (
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
	"genes" text[] NOT NULL,
	"region" text,
	"method_system" text,
	"method_code" text,
	"method_display" text,
	"specimen_source_id" text,
	"tested_on" date,
	"tested_precision" text,
	"tumour_source_id" text,
	CONSTRAINT "genomic_test_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "genomic_test_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "specimens"."genomic_test" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."variant" (
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
	"partner_system" text,
	"partner_code" text,
	"partner_display" text,
	"variant_kind" text,
	"presence" text NOT NULL,
	"protein" text,
	"coding" text,
	"genomic" text,
	"transcript" text,
	"name" text,
	"copy_number" double precision,
	"allele_fraction" double precision,
	"origin" text,
	"method_system" text,
	"method_code" text,
	"method_display" text,
	"specimen_source_id" text,
	"tested_on" date,
	"tested_precision" text,
	"tumour_source_id" text,
	CONSTRAINT "variant_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "variant_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "specimens"."variant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "genomic_test_by_source" ON "specimens"."genomic_test" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "variant_by_source" ON "specimens"."variant" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "specimens"."genomic_test" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "genomic_test".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "genomic_test".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "specimens"."genomic_test" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "specimens"."genomic_test" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "specimens"."genomic_test" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "specimens"."variant" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "variant".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "variant".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "specimens"."variant" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "specimens"."variant" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "specimens"."variant" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));create trigger keep_former_of_corrected after update on specimens.variant for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on specimens.variant for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on specimens.genomic_test for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on specimens.genomic_test for each row execute function basic.keep_former();
