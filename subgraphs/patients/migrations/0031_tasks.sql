CREATE TABLE "patients"."task" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"due_on" date NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" smallint NOT NULL,
	"why" jsonb NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"assignee" text,
	"snoozed_until" date,
	"result" text,
	"note" text,
	CONSTRAINT "task_patient_id_id_pk" PRIMARY KEY("patient_id","id"),
	CONSTRAINT "task_once" UNIQUE("patient_id","institution_id","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "patients"."task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."task_act" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"act" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"acted_by" text,
	"assignee" text,
	"snoozed_until" date,
	"result" text,
	"note" text,
	"before" jsonb NOT NULL,
	CONSTRAINT "task_act_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients"."task_act" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."task_look" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"look_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."task_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."task_run" (
	"rule_version" smallint PRIMARY KEY NOT NULL,
	"after" uuid,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "patients"."task_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "task_by_due" ON "patients"."task" USING btree ("institution_id","role","state","due_on","id");--> statement-breakpoint
CREATE INDEX "task_of_kind" ON "patients"."task" USING btree ("institution_id","kind","state","due_on","id");--> statement-breakpoint
CREATE INDEX "task_by_time" ON "patients"."task" USING btree ("institution_id","role","state","raised_at","id");--> statement-breakpoint
CREATE INDEX "task_act_of_task" ON "patients"."task_act" USING btree ("patient_id","task_id","at");--> statement-breakpoint
CREATE INDEX "task_look_by_day" ON "patients"."task_look" USING btree ("look_on","patient_id");--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."task" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) <> '' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (role = (select current_setting('nodp.tasks', true)) or (select current_setting('nodp.identified', true)) = 'on'));--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."task_act" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) <> '' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from patients.task t where t.patient_id = "task_act".patient_id and t.id = "task_act".task_id));