CREATE TABLE "patients"."demographics" (
	"patient_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"born_on" date,
	"born_precision" text,
	"residence_code" text,
	"in_use" boolean DEFAULT true NOT NULL,
	"last_contact_on" date,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demographics_patient_id_institution_id_pk" PRIMARY KEY("patient_id","institution_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."demographics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "patients"."identity_claim" ADD COLUMN "decided_institution" uuid;--> statement-breakpoint
ALTER TABLE "patients"."identity_claim" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "patients"."patient_source" ADD COLUMN "national_hash" text;--> statement-breakpoint
CREATE INDEX "patient_source_by_patient" ON "patients"."patient_source" USING btree ("patient_id");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."demographics" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "demographics".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "demographics".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."demographics" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."demographics" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "patients"."demographics" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));
--> statement-breakpoint
-- Their results or arguments changed.
drop function if exists patients.claim_patients(jsonb);--> statement-breakpoint
drop function if exists patients.decide_claim(uuid, boolean);--> statement-breakpoint
drop function if exists patients.read_claims(boolean, integer);--> statement-breakpoint
-- What was stored until now is the registrar's word; of the others nothing is known until they send the person again.
insert into patients.demographics (patient_id, institution_id, sex, born_on, born_precision, residence_code, in_use, last_contact_on,
  content_hash, submission_id, recorded_at)
select p.patient_id, i.institution_id,
  case when r.registrar then p.sex else 'UNKNOWN' end, case when r.registrar then p.born_on end,
  case when r.registrar then p.born_precision end, case when r.registrar then p.residence_code end,
  p.in_use, case when r.registrar then p.last_contact_on end,
  case when r.registrar then p.content_hash else '' end, i.submission_id, i.recorded_at
from patients.patient p join patients.identity i using (patient_id)
cross join lateral (select p.institution_id = i.institution_id or not exists (select 1 from patients.identity o
  where o.patient_id = p.patient_id and o.institution_id = p.institution_id) as registrar) r;
