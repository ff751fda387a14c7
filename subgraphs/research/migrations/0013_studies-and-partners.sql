CREATE TABLE "research"."partner" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"key" jsonb NOT NULL,
	"added_by_name" jsonb NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "research"."partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."partner_answer" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"partner_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"signed" text NOT NULL,
	"received_by_name" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partner_answer_study_id_number_partner_id_pk" PRIMARY KEY("study_id","number","partner_id")
);
--> statement-breakpoint
ALTER TABLE "research"."partner_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."partner_study" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"content" jsonb NOT NULL,
	"signed" text NOT NULL,
	"received_by_name" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"decided_by_id" text,
	"decided_by_name" jsonb,
	"decided_at" timestamp with time zone,
	"reason" text,
	"release_number" integer,
	"answer" jsonb,
	"reviewed_by_id" text,
	"reviewed_by_name" jsonb,
	"reviewed_at" timestamp with time zone,
	"review_reason" text,
	"signed_answer" text,
	CONSTRAINT "partner_study_once" UNIQUE("partner_id","hash")
);
--> statement-breakpoint
ALTER TABLE "research"."partner_study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."signed_study" (
	"hash" text PRIMARY KEY NOT NULL,
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"signed_by_id" text NOT NULL,
	"signed_by_name" jsonb NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "research"."signed_study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."study" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" jsonb NOT NULL,
	"project_id" uuid,
	"name" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "research"."study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."study_version" (
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"release_number" integer NOT NULL,
	"hash" text NOT NULL,
	"note" text NOT NULL,
	"saved_by_id" text NOT NULL,
	"saved_by_name" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_version_study_id_number_pk" PRIMARY KEY("study_id","number")
);
--> statement-breakpoint
ALTER TABLE "research"."study_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "research"."partner_answer" ADD CONSTRAINT "partner_answer_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "research"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."partner_answer" ADD CONSTRAINT "partner_answer_study_id_number_study_version_study_id_number_fk" FOREIGN KEY ("study_id","number") REFERENCES "research"."study_version"("study_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."partner_study" ADD CONSTRAINT "partner_study_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "research"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."signed_study" ADD CONSTRAINT "signed_study_study_id_number_study_version_study_id_number_fk" FOREIGN KEY ("study_id","number") REFERENCES "research"."study_version"("study_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."study" ADD CONSTRAINT "study_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "research"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research"."study_version" ADD CONSTRAINT "study_version_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "research"."study"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "study_of_owner" ON "research"."study" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "study_of_project" ON "research"."study" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "study_version_by_hash" ON "research"."study_version" USING btree ("hash");--> statement-breakpoint
CREATE POLICY "read" ON "research"."partner" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (true);--> statement-breakpoint
CREATE POLICY "add" ON "research"."partner" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "change" ON "research"."partner" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.national', true)) = 'on') WITH CHECK ((select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "read" ON "research"."partner_answer" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "add" ON "research"."partner_answer" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "change" ON "research"."partner_answer" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING (exists (select 1 from research.study s where s.id = study_id)) WITH CHECK (exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "read" ON "research"."partner_study" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "receive" ON "research"."partner_study" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.national', true)) = 'on' and state = 'RECEIVED');--> statement-breakpoint
CREATE POLICY "decide" ON "research"."partner_study" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.national', true)) = 'on') WITH CHECK ((select current_setting('nodp.national', true)) = 'on' and (reviewed_by_id is null or (reviewed_by_id = (select current_setting('nodp.account', true)) and reviewed_by_id <> decided_by_id)));--> statement-breakpoint
CREATE POLICY "read" ON "research"."signed_study" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "add" ON "research"."signed_study" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (signed_by_id = (select current_setting('nodp.account', true)) and exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "read" ON "research"."study" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true)) or exists (select 1 from research.project p where p.id = project_id));--> statement-breakpoint
CREATE POLICY "save" ON "research"."study" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (owner_id = (select current_setting('nodp.account', true)) and (project_id is null or exists (select 1 from research.project p where p.id = project_id)));--> statement-breakpoint
CREATE POLICY "change" ON "research"."study" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING (owner_id = (select current_setting('nodp.account', true))) WITH CHECK (owner_id = (select current_setting('nodp.account', true)) and (project_id is null or exists (select 1 from research.project p where p.id = project_id)));--> statement-breakpoint
CREATE POLICY "read" ON "research"."study_version" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (exists (select 1 from research.study s where s.id = study_id));--> statement-breakpoint
CREATE POLICY "add" ON "research"."study_version" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (saved_by_id = (select current_setting('nodp.account', true)) and exists (select 1 from research.study s where s.id = study_id and s.removed_at is null));