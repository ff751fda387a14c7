ALTER TABLE "basic"."former_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "basic"."payload" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "insert" ON "basic"."payload" AS PERMISSIVE FOR INSERT TO "nodp_app" WITH CHECK ((select current_setting('nodp.writes', true)) = 'on');