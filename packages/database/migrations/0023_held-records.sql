CREATE TABLE "basic"."held_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"kinds" text[] NOT NULL,
	"submission_id" uuid NOT NULL,
	"place" text NOT NULL,
	"records_hash" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"reasons" jsonb NOT NULL,
	"edits" text[] NOT NULL,
	"edits_version" integer NOT NULL,
	"state" text DEFAULT 'HELD' NOT NULL,
	"held_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"changes" jsonb
);
--> statement-breakpoint
ALTER TABLE "basic"."held_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."completeness_tally" (
	"institution_id" uuid NOT NULL,
	"month" date NOT NULL,
	"site_group" text NOT NULL,
	"tumours" integer NOT NULL,
	"morphology" integer NOT NULL,
	"basis" integer NOT NULL,
	"diagnosed_to_day" integer NOT NULL,
	"stage" integer NOT NULL,
	CONSTRAINT "completeness_tally_institution_id_month_site_group_pk" PRIMARY KEY("institution_id","month","site_group")
);
--> statement-breakpoint
ALTER TABLE "basic"."completeness_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."intake_tally" (
	"institution_id" uuid NOT NULL,
	"day" date NOT NULL,
	"resource_type" text NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"retained" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"within_1" integer DEFAULT 0 NOT NULL,
	"within_7" integer DEFAULT 0 NOT NULL,
	"within_30" integer DEFAULT 0 NOT NULL,
	"within_90" integer DEFAULT 0 NOT NULL,
	"within_365" integer DEFAULT 0 NOT NULL,
	"later" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "intake_tally_institution_id_day_resource_type_pk" PRIMARY KEY("institution_id","day","resource_type")
);
--> statement-breakpoint
ALTER TABLE "basic"."intake_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."reason_tally" (
	"institution_id" uuid NOT NULL,
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"records" integer NOT NULL,
	"example" jsonb NOT NULL,
	CONSTRAINT "reason_tally_institution_id_day_outcome_reason_pk" PRIMARY KEY("institution_id","day","outcome","reason")
);
--> statement-breakpoint
ALTER TABLE "basic"."reason_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "held_once" ON "basic"."held_record" USING btree ("institution_id","source_type","source_id") WHERE state = 'HELD';--> statement-breakpoint
CREATE INDEX "held_by_record" ON "basic"."held_record" USING btree ("institution_id","source_type","source_id");--> statement-breakpoint
CREATE INDEX "held_by_time" ON "basic"."held_record" USING btree ("institution_id","held_at","id") WHERE state = 'HELD';--> statement-breakpoint
CREATE INDEX "held_by_patient" ON "basic"."held_record" USING btree ("patient_id") WHERE state = 'HELD';--> statement-breakpoint
CREATE POLICY "review" ON "basic"."held_record" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "hold" ON "basic"."held_record" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "decide" ON "basic"."held_record" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."completeness_tally" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and ((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "count" ON "basic"."completeness_tally" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "add" ON "basic"."completeness_tally" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."intake_tally" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and ((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "count" ON "basic"."intake_tally" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "add" ON "basic"."intake_tally" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."reason_tally" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and ((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "count" ON "basic"."reason_tally" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "add" ON "basic"."reason_tally" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));