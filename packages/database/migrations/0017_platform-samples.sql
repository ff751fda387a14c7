CREATE UNLOGGED TABLE "basic"."platform_sample" (
	"at" timestamp with time zone PRIMARY KEY DEFAULT clock_timestamp() NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."platform_sample" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read" ON "basic"."platform_sample" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.accounts', true)) = 'on');