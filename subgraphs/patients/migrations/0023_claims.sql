CREATE TABLE "patients"."care_evidence" (
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "care_evidence_institution_id_patient_id_pk" PRIMARY KEY("institution_id","patient_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."care_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."identity_claim" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "identity_claim_once" UNIQUE("institution_id","patient_id","target_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."identity_claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "identity_claim_by_target" ON "patients"."identity_claim" USING btree ("target_id","state");--> statement-breakpoint
CREATE INDEX "identity_claim_by_account" ON "patients"."identity_claim" USING btree ("account_id","claimed_at");