DROP INDEX "specimens"."biomarker_as_sent";--> statement-breakpoint
DROP INDEX "specimens"."pathology_report_as_sent";--> statement-breakpoint
DROP INDEX "specimens"."specimen_as_sent";--> statement-breakpoint
CREATE INDEX "biomarker_by_source" ON "specimens"."biomarker" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "pathology_report_by_source" ON "specimens"."pathology_report" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "specimen_by_source" ON "specimens"."specimen" USING btree ("source_id" collate "C");