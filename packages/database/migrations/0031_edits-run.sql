CREATE TABLE "basic"."edits_run" (
	"version" integer PRIMARY KEY NOT NULL,
	"after" uuid,
	"held" integer DEFAULT 0 NOT NULL,
	"freed" integer DEFAULT 0 NOT NULL,
	"left" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "basic"."edits_run" ENABLE ROW LEVEL SECURITY;