CREATE TABLE "basic"."backup" (
	"id" text PRIMARY KEY NOT NULL,
	"made_by" text NOT NULL,
	"moment" timestamp with time zone NOT NULL,
	"bytes" bigint,
	"statement" text,
	"tried_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "basic"."backup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read" ON "basic"."backup" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.accounts', true)) = 'on');