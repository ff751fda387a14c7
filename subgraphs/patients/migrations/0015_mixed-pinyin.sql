DROP INDEX "patients"."identity_outdated";--> statement-breakpoint
CREATE INDEX "identity_outdated" ON "patients"."identity" USING btree ("patient_id") WHERE hash_version < 3;