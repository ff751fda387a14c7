CREATE TABLE "basic"."csv_upload" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"header" text NOT NULL,
	"line" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "csv_upload_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "basic"."csv_upload" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own" ON "basic"."csv_upload" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on');