CREATE TABLE "basic"."fhir_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"principal" jsonb NOT NULL,
	"request" text NOT NULL,
	"types" text[] NOT NULL,
	"since" timestamp with time zone,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"progress" text,
	"requested_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"transaction_time" timestamp with time zone,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"resources" bigint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "basic"."fhir_export" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."webhook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"secret" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "basic"."webhook" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."webhook_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"event" text NOT NULL,
	"about" jsonb NOT NULL,
	"occurred_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT clock_timestamp(),
	"delivered_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "basic"."webhook_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "basic"."webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "basic"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fhir_export_ends" ON "basic"."fhir_export" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "webhook_by_institution" ON "basic"."webhook" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_due" ON "basic"."webhook_delivery" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_of" ON "basic"."webhook_delivery" USING btree ("webhook_id","occurred_at");--> statement-breakpoint
CREATE POLICY "read" ON "basic"."fhir_export" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.account', true)) = account_id and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."webhook" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "make" ON "basic"."webhook" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "change" ON "basic"."webhook" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))) WITH CHECK ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "read" ON "basic"."webhook_delivery" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "again" ON "basic"."webhook_delivery" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))) WITH CHECK ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));