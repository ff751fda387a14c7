-- It answers a column more; what the functions are made from puts it back.
drop function if exists basic.read_audit(jsonb, integer);--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "purpose" text;