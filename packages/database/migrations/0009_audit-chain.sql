CREATE TABLE "basic"."audit_head" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"number" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "operation" text;--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "caller_request_id" text;--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "detail" jsonb;--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "number" bigint;--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "previous_hash" "bytea";--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD COLUMN "hash" "bytea";--> statement-breakpoint
CREATE INDEX "audit_by_account" ON "basic"."audit" USING btree ("account_id","at");--> statement-breakpoint
ALTER TABLE "basic"."audit" ADD CONSTRAINT "audit_number_unique" UNIQUE("number");