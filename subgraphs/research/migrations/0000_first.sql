CREATE SCHEMA "research";
--> statement-breakpoint
CREATE TABLE "research"."article" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"pmid" text,
	"doi" text,
	"title" text NOT NULL,
	"authors" text[] NOT NULL,
	"journal" text,
	"year" integer,
	"abstract" text,
	"keywords" text[] NOT NULL,
	"site_groups" text[] NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_once" UNIQUE("key")
);
--> statement-breakpoint
CREATE INDEX "article_by_site" ON "research"."article" USING gin ("site_groups");--> statement-breakpoint
CREATE INDEX "article_by_year" ON "research"."article" USING btree ("year","id");