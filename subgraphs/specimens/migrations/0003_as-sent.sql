CREATE INDEX "biomarker_as_sent" ON "specimens"."biomarker" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "pathology_report_as_sent" ON "specimens"."pathology_report" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "specimen_as_sent" ON "specimens"."specimen" USING hash (split_part("source_id", '#', 1));