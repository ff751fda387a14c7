CREATE TABLE "patients"."vital_status_report" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"vital_status" text NOT NULL,
	"died_on" date,
	"died_precision" text,
	"cause_system" text,
	"cause_code" text,
	"cause_display" text,
	CONSTRAINT "vital_status_report_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "vital_status_report_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."vital_status_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."vital_status_report" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and exists (select 1 from basic.care_relationship c where c.patient_id = "vital_status_report".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "patients"."vital_status_report" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "patients"."vital_status_report" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "patients"."vital_status_report" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.vital_status_report for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.vital_status_report for each row execute function basic.keep_former();
--> statement-breakpoint
-- What was known before who reported it: as a statement of the institution that sent the demographics last.
insert into patients.vital_status_report (patient_id, id, institution_id, source_type, source_id, content_hash, submission_id,
  recorded_at, vital_status, died_on, died_precision)
select p.patient_id, gen_random_uuid(), p.institution_id, 'Patient', coalesce((
    select case when s.source_id like '#%' then 'hash:' || substr(s.source_id, 2) else s.source_id end
    from patients.patient_source s
    where s.patient_id = p.patient_id and s.institution_id = p.institution_id order by s.source_id limit 1), 'unknown'),
  'before 0010', p.submission_id, p.recorded_at, p.vital_status, p.died_on, p.died_precision
from patients.patient p where p.vital_status = 'DEAD' or p.vital_status = 'ALIVE' and p.last_contact_on is null;
--> statement-breakpoint
-- A cause of death always came in a record of its own, whose key was not stored.
insert into patients.vital_status_report (patient_id, id, institution_id, source_type, source_id, content_hash, submission_id,
  recorded_at, vital_status, cause_system, cause_code, cause_display)
select p.patient_id, gen_random_uuid(), p.institution_id, 'Observation', 'unknown', 'before 0010', p.submission_id,
  p.recorded_at, 'DEAD', p.cause_of_death_system, p.cause_of_death_code, p.cause_of_death_display
from patients.patient p
where p.vital_status = 'DEAD' and (p.cause_of_death_code is not null or p.cause_of_death_display is not null);
--> statement-breakpoint
drop function patients.put_deaths(jsonb);
