ALTER TABLE "basic"."approved_project" ADD COLUMN "project_id" uuid;--> statement-breakpoint
CREATE INDEX "approved_project_of_project" ON "basic"."approved_project" USING btree ("project_id");