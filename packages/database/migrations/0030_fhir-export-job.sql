ALTER TABLE "basic"."fhir_export" DROP COLUMN "state";--> statement-breakpoint
ALTER TABLE "basic"."fhir_export" DROP COLUMN "progress";--> statement-breakpoint
-- It returns another type now: functions are made again after the migrations.
DROP FUNCTION IF EXISTS "basic"."request_export"(uuid, jsonb, text, text[], timestamptz);
