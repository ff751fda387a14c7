CREATE TABLE "basic"."api_assertion" (
	"client_id" uuid NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_assertion_client_id_jti_pk" PRIMARY KEY("client_id","jti")
);
--> statement-breakpoint
CREATE TABLE "basic"."api_client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"key_hash" text,
	"key_end" text,
	"jwks" jsonb,
	"jwks_url" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_client_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
ALTER TABLE "basic"."api_client" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "basic"."api_client" ADD CONSTRAINT "api_client_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "basic"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_assertion_ended" ON "basic"."api_assertion" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "api_client_by_institution" ON "basic"."api_client" USING btree ("institution_id");--> statement-breakpoint
CREATE POLICY "read" ON "basic"."api_client" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "make" ON "basic"."api_client" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "change" ON "basic"."api_client" AS PERMISSIVE FOR UPDATE TO "nodp_app" USING ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid))) WITH CHECK ((select current_setting('nodp.clients', true)) = 'on' and (nullif((select current_setting('nodp.institution', true)), '') is null or institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));