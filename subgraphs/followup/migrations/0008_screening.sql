CREATE TABLE "followup"."screening" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"programme" text NOT NULL,
	"invited_on" date,
	"invited_precision" text,
	"declined_on" date,
	"declined_precision" text,
	"tested_on" date,
	"tested_precision" text,
	"test" text,
	"result" text,
	CONSTRAINT "screening_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "screening_once" UNIQUE("patient_id","institution_id","source_type","source_id")
);
--> statement-breakpoint
ALTER TABLE "followup"."screening" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."screening_standing" (
	"patient_id" uuid NOT NULL,
	"programme" text NOT NULL,
	"institution_id" uuid NOT NULL,
	"step" text NOT NULL,
	"invited_on" text,
	"tested_on" text,
	"test" text,
	"result" text,
	"due_on" date,
	"sort_on" date NOT NULL,
	"cannot" text,
	"diagnosed_on" text,
	"broad_stage" text,
	"is_interval_cancer" boolean,
	"interval_cannot" text,
	"rule_version" smallint NOT NULL,
	CONSTRAINT "screening_standing_patient_id_programme_institution_id_pk" PRIMARY KEY("patient_id","programme","institution_id")
);
--> statement-breakpoint
ALTER TABLE "followup"."screening_standing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "screening_by_source" ON "followup"."screening" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "screening_standing_list" ON "followup"."screening_standing" USING btree ("institution_id","programme","sort_on","patient_id");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."screening" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "screening".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "screening".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "insert_own" ON "followup"."screening" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update_own" ON "followup"."screening" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delete_own" ON "followup"."screening" AS PERMISSIVE FOR DELETE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."screening_standing" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "screening_standing".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "screening_standing".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
create trigger keep_former_of_corrected after update on followup.screening for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on followup.screening for each row execute function basic.keep_former();
