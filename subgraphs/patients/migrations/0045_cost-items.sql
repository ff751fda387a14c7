CREATE TABLE "patients"."cost_item" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"category_system" text,
	"category_code" text,
	"category_display" text,
	"system" text,
	"code" text,
	"display" text,
	"served_on" date,
	"served_precision" text,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"insurance_paid" numeric,
	"patient_paid" numeric,
	"status" text NOT NULL,
	"billed_on" date,
	"billed_precision" text,
	"claim_source_id" text,
	"encounter_source_id" text,
	"condition_source_id" text,
	CONSTRAINT "cost_item_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "cost_item_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."cost_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "cost_item_by_source" ON "patients"."cost_item" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "cost_item_by_claim" ON "patients"."cost_item" USING btree ("patient_id","claim_source_id") WHERE claim_source_id is not null;--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."cost_item" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "cost_item".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "cost_item".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now()) or ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and exists (select 1 from basic.referral r where r.patient_id = "cost_item".patient_id and r.to_institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and r.state = 'ACCEPTED' and r.ends_at > now()))));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."cost_item" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."cost_item" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "patients"."cost_item" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));