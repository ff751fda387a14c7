CREATE TABLE "basic"."kept_file" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"asked" jsonb NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"cancel_requested_at" timestamp with time zone,
	"share" real DEFAULT 0 NOT NULL,
	"refused_bytes" bigint DEFAULT 0 NOT NULL,
	"result" jsonb,
	CONSTRAINT "kept_file_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "basic"."kept_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "kept_file_newest" ON "basic"."kept_file" USING btree ("institution_id","requested_at");--> statement-breakpoint
CREATE INDEX "kept_file_waiting" ON "basic"."kept_file" USING btree ("state") WHERE state in ('WAITING', 'RUNNING');--> statement-breakpoint
CREATE POLICY "own" ON "basic"."kept_file" AS PERMISSIVE FOR ALL TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on') WITH CHECK (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and (select current_setting('nodp.writes', true)) = 'on');