CREATE TABLE "basic"."code_in_use" (
	"institution_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"source_id" text NOT NULL,
	"domain" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"mapping_id" bigint NOT NULL,
	"mapped" integer NOT NULL,
	CONSTRAINT "code_in_use_institution_id_resource_type_source_id_domain_system_code_pk" PRIMARY KEY("institution_id","resource_type","source_id","domain","system","code")
);
--> statement-breakpoint
ALTER TABLE "basic"."code_in_use" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."code_mapping" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "basic"."code_mapping_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"institution_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"target_system" text,
	"target_code" text,
	"reason" text NOT NULL,
	"account_id" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."code_mapping" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."local_code" (
	"institution_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"display" text,
	"examples" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "local_code_institution_id_domain_system_code_pk" PRIMARY KEY("institution_id","domain","system","code")
);
--> statement-breakpoint
ALTER TABLE "basic"."local_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."local_code_count" (
	"institution_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"shard" smallint NOT NULL,
	"records" integer NOT NULL,
	"unmapped" integer NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "local_code_count_institution_id_domain_system_code_shard_pk" PRIMARY KEY("institution_id","domain","system","code","shard")
);
--> statement-breakpoint
ALTER TABLE "basic"."local_code_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "code_in_use_of_code" ON "basic"."code_in_use" USING btree ("institution_id","domain","system","code","mapping_id");--> statement-breakpoint
CREATE INDEX "code_mapping_latest" ON "basic"."code_mapping" USING btree ("institution_id","id");--> statement-breakpoint
CREATE INDEX "code_mapping_of_code" ON "basic"."code_mapping" USING btree ("institution_id","domain","system","code","id");--> statement-breakpoint
CREATE POLICY "own" ON "basic"."code_in_use" AS PERMISSIVE FOR ALL TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."code_mapping" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "read" ON "basic"."local_code" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "insert" ON "basic"."local_code" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update" ON "basic"."local_code" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."local_code_count" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "insert" ON "basic"."local_code_count" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "update" ON "basic"."local_code_count" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));