DROP INDEX "research"."article_by_year";--> statement-breakpoint
CREATE INDEX "article_by_doi" ON "research"."article" USING btree ("doi");--> statement-breakpoint
CREATE INDEX "article_newest" ON "research"."article" USING btree (coalesce("year", 0) desc,"id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "research"."article" DROP COLUMN "content_hash";