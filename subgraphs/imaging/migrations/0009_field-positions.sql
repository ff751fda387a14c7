ALTER TABLE "imaging"."lesion" ADD COLUMN "field_position" text;--> statement-breakpoint
ALTER TABLE "imaging"."lesion_entry" ADD COLUMN "field_position" text;