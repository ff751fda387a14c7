CREATE TABLE "basic"."job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"step" text,
	"share" real DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancel_requested_at" timestamp with time zone,
	"problem" text,
	"result" jsonb
);
--> statement-breakpoint
ALTER TABLE "basic"."job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "job_newest" ON "basic"."job" USING btree ("requested_at","id");--> statement-breakpoint
CREATE POLICY "read" ON "basic"."job" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.jobs', true)) = 'on');--> statement-breakpoint
CREATE POLICY "request" ON "basic"."job" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.jobs', true)) = 'on' and state = 'REQUESTED' and attempts = 0
        and requested_by = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "cancel" ON "basic"."job" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.jobs', true)) = 'on') WITH CHECK ((select current_setting('nodp.jobs', true)) = 'on');--> statement-breakpoint
-- Wakes the workers: a job was requested, or its end was.
create function basic.notify_job() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('nodp_job', new.id::text);
  return null;
end
$$;
--> statement-breakpoint
create trigger notify_job after insert or update of cancel_requested_at on basic.job
for each row execute function basic.notify_job();
