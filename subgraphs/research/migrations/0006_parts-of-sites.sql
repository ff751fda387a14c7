ALTER TABLE "research"."article" ADD COLUMN "sub_sites" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "research"."article" ADD COLUMN "sites_rule" integer;--> statement-breakpoint
CREATE INDEX "article_by_sub_site" ON "research"."article" USING gin ("sub_sites");