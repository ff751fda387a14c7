CREATE TABLE "basic"."csv_mapping" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "csv_mapping_version" UNIQUE("institution_id","name","version")
);
--> statement-breakpoint
ALTER TABLE "basic"."csv_mapping" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own" ON "basic"."csv_mapping" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on');