CREATE TABLE "statistics"."report_template" (
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"blocks" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_template_account_id_name_pk" PRIMARY KEY("account_id","name")
);
--> statement-breakpoint
ALTER TABLE "statistics"."report_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_templates" ON "statistics"."report_template" AS PERMISSIVE FOR ALL TO "nodp_app" USING (account_id = (select current_setting('nodp.account', true))) WITH CHECK (account_id = (select current_setting('nodp.account', true)));