DROP INDEX "followup"."contact_as_sent";--> statement-breakpoint
DROP INDEX "followup"."disease_status_as_sent";--> statement-breakpoint
DROP INDEX "followup"."plan_as_sent";--> statement-breakpoint
CREATE INDEX "contact_by_source" ON "followup"."contact" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "disease_status_by_source" ON "followup"."disease_status" USING btree ("source_id" collate "C");--> statement-breakpoint
CREATE INDEX "plan_by_source" ON "followup"."plan" USING btree ("source_id" collate "C");