DROP INDEX "imaging"."imaging_report_as_sent";--> statement-breakpoint
DROP INDEX "imaging"."lesion_as_sent";--> statement-breakpoint
DROP INDEX "imaging"."study_as_sent";--> statement-breakpoint
CREATE INDEX "imaging_report_by_source" ON "imaging"."imaging_report" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "lesion_by_source" ON "imaging"."lesion" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "study_by_source" ON "imaging"."study" USING btree ("source_id" collate "C");