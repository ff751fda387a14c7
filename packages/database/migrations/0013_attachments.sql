CREATE TABLE "basic"."attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_once" UNIQUE("institution_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "basic"."attachment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."attachment_part" (
	"attachment_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "attachment_part_attachment_id_part_pk" PRIMARY KEY("attachment_id","part")
);
--> statement-breakpoint
ALTER TABLE "basic"."attachment_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own" ON "basic"."attachment" AS PERMISSIVE FOR ALL TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own" ON "basic"."attachment_part" AS PERMISSIVE FOR ALL TO "nodp_app" USING ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) WITH CHECK ((select current_setting('nodp.writes', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));