DROP INDEX "patients"."comorbidity_as_sent";--> statement-breakpoint
DROP INDEX "patients"."encounter_as_sent";--> statement-breakpoint
DROP INDEX "patients"."observation_as_sent";--> statement-breakpoint
DROP INDEX "patients"."performance_as_sent";--> statement-breakpoint
DROP INDEX "patients"."radiotherapy_volume_as_sent";--> statement-breakpoint
DROP INDEX "patients"."stage_as_sent";--> statement-breakpoint
DROP INDEX "patients"."treatment_as_sent";--> statement-breakpoint
DROP INDEX "patients"."tumour_as_sent";--> statement-breakpoint
DROP INDEX "patients"."vital_status_report_as_sent";--> statement-breakpoint
CREATE INDEX "comorbidity_by_source" ON "patients"."comorbidity" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "encounter_by_source" ON "patients"."encounter" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "observation_by_source" ON "patients"."observation" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "performance_by_source" ON "patients"."performance" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "radiotherapy_volume_by_source" ON "patients"."radiotherapy_volume" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "stage_by_source" ON "patients"."stage" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "treatment_by_source" ON "patients"."treatment" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "tumour_by_source" ON "patients"."tumour" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "vital_status_report_by_source" ON "patients"."vital_status_report" USING btree ("source_id" collate "C");