CREATE TABLE "followup"."questionnaire" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"terms" smallint[] NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_saved_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"saves" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "questionnaire_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "followup"."questionnaire" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."symptom_alert" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"term" smallint NOT NULL,
	"because" text NOT NULL,
	"grade" smallint NOT NULL,
	"from_grade" smallint,
	"rule_version" smallint NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"acted_by" text,
	"acted_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "symptom_alert_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "followup"."symptom_alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."symptom_answer" (
	"patient_id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"term" smallint NOT NULL,
	"answers" smallint[] NOT NULL,
	"grade" smallint,
	"rule_version" smallint NOT NULL,
	"answered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "symptom_answer_patient_id_questionnaire_id_term_pk" PRIMARY KEY("patient_id","questionnaire_id","term")
);
--> statement-breakpoint
ALTER TABLE "followup"."symptom_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_by_token" ON "followup"."questionnaire" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "questionnaire_of_patient" ON "followup"."questionnaire" USING btree ("patient_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "symptom_alert_open" ON "followup"."symptom_alert" USING btree ("patient_id","term") WHERE state = 'OPEN';--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."questionnaire" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "questionnaire".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "questionnaire".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "read_by_link" ON "followup"."questionnaire" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (token_hash = (select decode(nullif(current_setting('nodp.link', true), ''), 'hex')) and state = 'OPEN' and expires_at > now());--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."symptom_alert" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "symptom_alert".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "symptom_alert".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "read_in_care" ON "followup"."symptom_answer" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "symptom_answer".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "symptom_answer".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));--> statement-breakpoint
CREATE POLICY "read_by_link" ON "followup"."symptom_answer" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from followup.questionnaire q where q.patient_id = "symptom_answer".patient_id and q.id = questionnaire_id and q.token_hash = (select decode(nullif(current_setting('nodp.link', true), ''), 'hex'))));