CREATE TABLE "patients"."stage_check_run" (
	"rule_version" smallint PRIMARY KEY NOT NULL,
	"after" uuid,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "patients"."stage_check_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."stage_finding" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"finding_key" text NOT NULL,
	"code" text NOT NULL,
	"site_group" text,
	"classification" text,
	"sent_group" text,
	"possible" text[] NOT NULL,
	"sentence" jsonb NOT NULL,
	"sources" jsonb NOT NULL,
	"rule_version" smallint NOT NULL,
	"found_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "stage_finding_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "stage_finding_once" UNIQUE("patient_id","finding_key")
);
--> statement-breakpoint
ALTER TABLE "patients"."stage_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "stage_finding_by_time" ON "patients"."stage_finding" USING btree ("found_at","id");--> statement-breakpoint
CREATE INDEX "stage_finding_by_institution" ON "patients"."stage_finding" USING btree ("institution_id","found_at","id");--> statement-breakpoint
CREATE INDEX "stage_finding_by_rule" ON "patients"."stage_finding" USING btree ("code","found_at","id");--> statement-breakpoint
CREATE INDEX "stage_finding_by_site" ON "patients"."stage_finding" USING btree ("site_group","found_at","id");--> statement-breakpoint
CREATE POLICY "own" ON "patients"."stage_finding" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.review', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');