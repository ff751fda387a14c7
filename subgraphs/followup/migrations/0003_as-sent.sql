CREATE INDEX "contact_as_sent" ON "followup"."contact" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "disease_status_as_sent" ON "followup"."disease_status" USING hash (split_part("source_id", '#', 1));--> statement-breakpoint
CREATE INDEX "plan_as_sent" ON "followup"."plan" USING hash (split_part("source_id", '#', 1));