CREATE TABLE "basic"."rule_switch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"version" integer NOT NULL,
	"in_force" boolean NOT NULL,
	"confirmed" boolean NOT NULL,
	"reason" text NOT NULL,
	"switched_by" text NOT NULL,
	"switched_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."rule_switch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "rule_switch_of_rule" ON "basic"."rule_switch" USING btree ("rule_id","switched_at");--> statement-breakpoint
CREATE POLICY "read" ON "basic"."rule_switch" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (true);--> statement-breakpoint
CREATE POLICY "switch" ON "basic"."rule_switch" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.national', true)) = 'on' and switched_by = (select current_setting('nodp.account', true)));