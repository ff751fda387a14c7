CREATE TABLE "basic"."sign_in_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"forgotten_at" timestamp with time zone NOT NULL,
	"wait_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_attempt_forgotten" ON "basic"."sign_in_attempt" USING btree ("forgotten_at");