CREATE TABLE "research"."project_grant" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"elements" jsonb NOT NULL,
	"releases" integer[] NOT NULL,
	"sites" text[] NOT NULL,
	"conditions" text NOT NULL,
	"counts_per_day" integer NOT NULL,
	"until" date NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "research"."project_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."project_step" (
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"by_id" text NOT NULL,
	"by_name" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"words" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "project_step_project_id_number_pk" PRIMARY KEY("project_id","number")
);
--> statement-breakpoint
ALTER TABLE "research"."project_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "research"."project" ADD COLUMN "state" text DEFAULT 'DRAFT' NOT NULL;--> statement-breakpoint
ALTER TABLE "research"."project" ADD COLUMN "application" jsonb;--> statement-breakpoint
ALTER TABLE "research"."project" ADD COLUMN "pending" jsonb;--> statement-breakpoint
ALTER TABLE "research"."project" ADD COLUMN "round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "research"."project_grant" ADD CONSTRAINT "project_grant_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "research"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."project_step" ADD CONSTRAINT "project_step_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "research"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "read" ON "research"."project_grant" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
CREATE POLICY "grant" ON "research"."project_grant" AS PERMISSIVE FOR ALL TO "nodp_app" USING ((select current_setting('nodp.national', true)) = 'on') WITH CHECK ((select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "read" ON "research"."project_step" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.project p where p.id = project_id) and (kind not in ('VOTE', 'CONFLICT') or (select current_setting('nodp.national', true)) = 'on'));--> statement-breakpoint
CREATE POLICY "take" ON "research"."project_step" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (by_id = (select current_setting('nodp.account', true)) and exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
ALTER POLICY "read" ON "research"."project" TO nodp_app USING (owner_id = (select current_setting('nodp.account', true)) or (select current_setting('nodp.account', true)) = any (members) or ((select current_setting('nodp.national', true)) = 'on' and state <> 'DRAFT'));--> statement-breakpoint
ALTER POLICY "change" ON "research"."project" TO nodp_app USING (owner_id = (select current_setting('nodp.account', true)) or ((select current_setting('nodp.national', true)) = 'on' and state <> 'DRAFT')) WITH CHECK (owner_id = (select current_setting('nodp.account', true)) or ((select current_setting('nodp.national', true)) = 'on' and state <> 'DRAFT'));