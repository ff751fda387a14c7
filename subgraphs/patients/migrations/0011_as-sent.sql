CREATE INDEX "comorbidity_as_sent" ON "patients"."comorbidity" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "encounter_as_sent" ON "patients"."encounter" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "observation_as_sent" ON "patients"."observation" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "performance_as_sent" ON "patients"."performance" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "stage_as_sent" ON "patients"."stage" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "treatment_as_sent" ON "patients"."treatment" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "tumour_as_sent" ON "patients"."tumour" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "vital_status_report_as_sent" ON "patients"."vital_status_report" USING hash (split_part("source_id", '#', 1));