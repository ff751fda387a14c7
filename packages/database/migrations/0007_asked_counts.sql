CREATE TABLE "basic"."approved_project" (
	"account_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"counts_per_day" integer NOT NULL,
	"until" date NOT NULL,
	"approved_by" text NOT NULL,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."approved_project" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."asked_counts" (
	"account_id" text NOT NULL,
	"day" date NOT NULL,
	"question" text NOT NULL,
	"counts" integer NOT NULL,
	"near" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asked_counts_account_id_day_question_pk" PRIMARY KEY("account_id","day","question")
);
--> statement-breakpoint
ALTER TABLE "basic"."asked_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "asked_counts_by_day" ON "basic"."asked_counts" USING btree ("day");--> statement-breakpoint
CREATE POLICY "read" ON "basic"."approved_project" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (account_id = (select current_setting('nodp.account', true)) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "approve" ON "basic"."approved_project" AS PERMISSIVE FOR ALL TO "nodp_app" USING ((select current_setting('nodp.national', true)) = 'on') WITH CHECK ((select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "read" ON "basic"."asked_counts" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (account_id = (select current_setting('nodp.account', true)) or (select current_setting('nodp.national', true)) = 'on');--> statement-breakpoint
CREATE POLICY "ask" ON "basic"."asked_counts" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK (account_id = (select current_setting('nodp.account', true)));