CREATE TABLE "research"."release" (
	"number" integer PRIMARY KEY NOT NULL,
	"built_at" timestamp with time zone NOT NULL,
	"built_by" text NOT NULL,
	"persons" bigint NOT NULL,
	"cases" bigint NOT NULL,
	"first_year" integer,
	"last_year" integer,
	"tables" jsonb NOT NULL,
	"checksum" text NOT NULL,
	"vocabulary" text NOT NULL,
	"seconds" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "research"."release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research"."release_build" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_by" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'RUNNING' NOT NULL,
	"step" text DEFAULT 'READING' NOT NULL,
	"share" double precision DEFAULT 0 NOT NULL,
	"problem" text,
	"release_number" integer
);
--> statement-breakpoint
ALTER TABLE "research"."release_build" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "release_build_newest" ON "research"."release_build" USING btree ("started_at");--> statement-breakpoint
CREATE POLICY "read" ON "research"."release" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (true);--> statement-breakpoint
CREATE POLICY "read" ON "research"."release_build" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (true);