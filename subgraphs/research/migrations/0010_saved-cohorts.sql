CREATE TABLE "research"."project" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" jsonb NOT NULL,
	"members" text[] NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "research"."project" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."saved_cohort" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" jsonb NOT NULL,
	"project_id" uuid,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "research"."saved_cohort" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."saved_cohort_version" (
	"cohort_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"release_number" integer NOT NULL,
	"hash" text NOT NULL,
	"note" text NOT NULL,
	"saved_by_id" text NOT NULL,
	"saved_by_name" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_cohort_version_cohort_id_number_pk" PRIMARY KEY("cohort_id","number")
);
--> statement-breakpoint
ALTER TABLE "research"."saved_cohort_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "research"."saved_cohort" ADD CONSTRAINT "saved_cohort_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "research"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."saved_cohort_version" ADD CONSTRAINT "saved_cohort_version_cohort_id_saved_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "research"."saved_cohort"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_of_owner" ON "research"."project" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_cohort_of_owner" ON "research"."saved_cohort" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_cohort_of_project" ON "research"."saved_cohort" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "saved_cohort_version_by_hash" ON "research"."saved_cohort_version" USING btree ("hash");--> statement-breakpoint
CREATE POLICY "read" ON "research"."project" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true)) or (select current_setting('nodp.account', true)) = any (members));--> statement-breakpoint
CREATE POLICY "make" ON "research"."project" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (owner_id = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "change" ON "research"."project" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true))) WITH CHECK (owner_id = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "read" ON "research"."saved_cohort" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true)) or exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
CREATE POLICY "save" ON "research"."saved_cohort" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (owner_id = (select current_setting('nodp.account', true)) and (project_id is null or exists (select 1 from research.project p where p.id = project_id)));--> statement-breakpoint
CREATE POLICY "change" ON "research"."saved_cohort" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true))) WITH CHECK (owner_id = (select current_setting('nodp.account', true)) and (project_id is null or exists (select 1 from research.project p where p.id = project_id)));--> statement-breakpoint
CREATE POLICY "read" ON "research"."saved_cohort_version" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.saved_cohort c where c.id = cohort_id));--> statement-breakpoint
CREATE POLICY "add" ON "research"."saved_cohort_version" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (saved_by_id = (select current_setting('nodp.account', true)) and exists (select 1 from research.saved_cohort c where c.id = cohort_id and c.removed_at is null));