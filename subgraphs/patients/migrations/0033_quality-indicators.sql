CREATE TABLE "patients"."indicator_look" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"look_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."indicator_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."indicator_result" (
	"patient_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"tumour_id" uuid NOT NULL,
	"code" text NOT NULL,
	"result" text NOT NULL,
	"missing" text,
	"diagnosed_on" date NOT NULL,
	"why" jsonb,
	"rule_version" smallint NOT NULL,
	CONSTRAINT "indicator_result_patient_id_institution_id_tumour_id_code_pk" PRIMARY KEY("patient_id","institution_id","tumour_id","code")
);
--> statement-breakpoint
ALTER TABLE "patients"."indicator_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."indicator_run" (
	"rule_version" smallint PRIMARY KEY NOT NULL,
	"after" uuid,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "patients"."indicator_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "indicator_look_by_day" ON "patients"."indicator_look" USING btree ("look_on","patient_id");--> statement-breakpoint
CREATE INDEX "indicator_result_listed" ON "patients"."indicator_result" USING btree ("institution_id","code","result","diagnosed_on" DESC NULLS FIRST,"patient_id" DESC NULLS FIRST,"tumour_id" DESC NULLS FIRST,"missing");--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."indicator_result" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));