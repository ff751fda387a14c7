CREATE TABLE "research"."data_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"release_number" integer NOT NULL,
	"cohort_hash" text,
	"definition" jsonb,
	"sites" text[] NOT NULL,
	"format" text NOT NULL,
	"elements" jsonb NOT NULL,
	"recipient" jsonb NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"share" real DEFAULT 0 NOT NULL,
	"problem" jsonb,
	"proposal" jsonb,
	"manifest" jsonb,
	"requested_by_id" text NOT NULL,
	"requested_by_name" jsonb NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sha256" text,
	"bytes" bigint,
	"expires_on" date,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "research"."data_export" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."data_export_step" (
	"export_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"by_id" text NOT NULL,
	"by_name" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "data_export_step_export_id_number_pk" PRIMARY KEY("export_id","number")
);
--> statement-breakpoint
ALTER TABLE "research"."data_export_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "research"."data_export" ADD CONSTRAINT "data_export_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "research"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."data_export_step" ADD CONSTRAINT "data_export_step_export_id_data_export_id_fk" FOREIGN KEY ("export_id") REFERENCES "research"."data_export"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_export_of_project" ON "research"."data_export" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "data_export_newest" ON "research"."data_export" USING btree ("requested_at","id");--> statement-breakpoint
CREATE POLICY "read" ON "research"."data_export" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
CREATE POLICY "request" ON "research"."data_export" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (requested_by_id = (select current_setting('nodp.account', true)) and state = 'REQUESTED' and exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
CREATE POLICY "step" ON "research"."data_export" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING (requested_by_id = (select current_setting('nodp.account', true)) or (select current_setting('nodp.national', true)) = 'on') WITH CHECK ((requested_by_id = (select current_setting('nodp.account', true)) and state in ('CONSENTED', 'WITHDRAWN'))
        or ((select current_setting('nodp.national', true)) = 'on' and requested_by_id <> (select current_setting('nodp.account', true)) and state in ('RELEASED', 'DECLINED', 'REVOKED')));--> statement-breakpoint
CREATE POLICY "read" ON "research"."data_export_step" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.data_export e where e.id = export_id));--> statement-breakpoint
CREATE POLICY "take" ON "research"."data_export_step" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (by_id = (select current_setting('nodp.account', true)) and exists (select 1 from research.data_export e where e.id = export_id));