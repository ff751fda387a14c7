CREATE TABLE "patients"."recurrence_alert" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"marker" text NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" smallint NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"rose_on" date NOT NULL,
	"from_on" date,
	"from_value" double precision,
	"to_on" date NOT NULL,
	"to_value" double precision NOT NULL,
	"unit" text NOT NULL,
	"last_on" date NOT NULL,
	"explanation" jsonb NOT NULL,
	"could_be" jsonb NOT NULL,
	"next" jsonb NOT NULL,
	"acted_by" text,
	"acted_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "recurrence_alert_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."recurrence_alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."surveillance_run" (
	"rule_version" smallint PRIMARY KEY NOT NULL,
	"after" uuid,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "patients"."surveillance_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "recurrence_alert_open" ON "patients"."recurrence_alert" USING btree ("patient_id","marker") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "recurrence_alert_of_rule" ON "patients"."recurrence_alert" USING btree ("rule_id","state");--> statement-breakpoint
CREATE POLICY "read_in_care" ON "patients"."recurrence_alert" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "recurrence_alert".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "recurrence_alert".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now())));