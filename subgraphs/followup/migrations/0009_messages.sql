CREATE TABLE "followup"."message" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"template_id" uuid NOT NULL,
	"template_version" smallint NOT NULL,
	"sealed_token" "bytea",
	"send_on" date NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"reason" text,
	"problem" text,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"planned_by" text NOT NULL,
	"planned_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" text,
	"delivered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "message_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "followup"."message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup"."message_template" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"name" text NOT NULL,
	"occasion" text NOT NULL,
	"channel" text NOT NULL,
	"title" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "message_template_institution_id_id_version_pk" PRIMARY KEY("institution_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "followup"."message_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "message_by_id" ON "followup"."message" USING btree ("id");--> statement-breakpoint
CREATE INDEX "message_due" ON "followup"."message" USING btree ("next_at") WHERE state = 'WAITING';--> statement-breakpoint
CREATE INDEX "message_list" ON "followup"."message" USING btree ("institution_id","planned_at","id");--> statement-breakpoint
CREATE INDEX "message_list_of_state" ON "followup"."message" USING btree ("institution_id","state","planned_at","id");--> statement-breakpoint
CREATE POLICY "read_entered" ON "followup"."message" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'FOLLOWUP_COORDINATOR' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "message".patient_id and c.institution_id = "message".institution_id));--> statement-breakpoint
CREATE POLICY "read_own" ON "followup"."message_template" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'FOLLOWUP_COORDINATOR' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "insert_own" ON "followup"."message_template" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.tasks', true)) = 'FOLLOWUP_COORDINATOR' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and changed_by = (select current_setting('nodp.account', true)));