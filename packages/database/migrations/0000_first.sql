CREATE SCHEMA "basic";
--> statement-breakpoint
CREATE TABLE "basic"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"role" text NOT NULL,
	"institution_id" uuid,
	"password_hash" text,
	"demonstration" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basic"."audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"institution_id" uuid,
	"action" text NOT NULL,
	"patient_ids" uuid[] NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basic"."care_relationship" (
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "care_relationship_patient_id_institution_id_pk" PRIMARY KEY("patient_id","institution_id")
);
--> statement-breakpoint
ALTER TABLE "basic"."care_relationship" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."former_version" (
	"table_name" text NOT NULL,
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"former" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basic"."institution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"tier" text NOT NULL,
	"region_code" text NOT NULL,
	CONSTRAINT "institution_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "basic"."kept_resource" (
	"institution_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "kept_once" UNIQUE("institution_id","resource_type","source_id","content_hash")
);
--> statement-breakpoint
ALTER TABLE "basic"."kept_resource" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."payload" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basic"."submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"door" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"status" text NOT NULL,
	"counts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outcome" jsonb
);
--> statement-breakpoint
ALTER TABLE "basic"."submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."web_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"principal" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."account" ADD CONSTRAINT "account_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "basic"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "basic"."audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_by_patient" ON "basic"."audit" USING gin ("patient_ids");--> statement-breakpoint
CREATE INDEX "care_by_institution" ON "basic"."care_relationship" USING btree ("institution_id","patient_id");--> statement-breakpoint
CREATE INDEX "former_by_row" ON "basic"."former_version" USING btree ("patient_id","id");--> statement-breakpoint
CREATE INDEX "submission_by_institution" ON "basic"."submission" USING btree ("institution_id","received_at");--> statement-breakpoint
CREATE INDEX "submission_by_time" ON "basic"."submission" USING btree ("received_at","id");--> statement-breakpoint
CREATE POLICY "read_own" ON "basic"."care_relationship" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "insert_own" ON "basic"."care_relationship" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own" ON "basic"."kept_resource" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "own" ON "basic"."submission" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');