CREATE TABLE "basic"."record_version" (
	"institution_id" uuid NOT NULL,
	"record" text NOT NULL,
	"last_updated" timestamp with time zone,
	"version_id" text,
	"etag" text NOT NULL,
	CONSTRAINT "record_version_institution_id_record_pk" PRIMARY KEY("institution_id","record")
);
--> statement-breakpoint
ALTER TABLE "basic"."record_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own" ON "basic"."record_version" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) or (select current_setting('nodp.national', true)) = 'on');