DROP POLICY "read" ON "research"."release_build" CASCADE;--> statement-breakpoint
DROP TABLE "research"."release_build" CASCADE;