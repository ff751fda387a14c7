CREATE TABLE "patients"."match_block" (
	"key" bigint NOT NULL,
	"patient_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."match_block" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."match_candidate" (
	"low_id" uuid NOT NULL,
	"high_id" uuid NOT NULL,
	CONSTRAINT "match_candidate_low_id_high_id_pk" PRIMARY KEY("low_id","high_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."match_candidate" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."match_key" (
	"patient_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"keys" bigint[] NOT NULL,
	"written" bigint,
	"sound" bigint,
	"identity_hash" text NOT NULL,
	"version" smallint NOT NULL,
	CONSTRAINT "match_key_patient_id_institution_id_pk" PRIMARY KEY("patient_id","institution_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."match_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."match_model" (
	"id" serial PRIMARY KEY NOT NULL,
	"model" jsonb NOT NULL,
	"records" integer NOT NULL,
	"learnt_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."match_model" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."match_pair" (
	"low_id" uuid NOT NULL,
	"high_id" uuid NOT NULL,
	"weight" double precision NOT NULL,
	"probability" double precision NOT NULL,
	"scores" jsonb NOT NULL,
	"state" text NOT NULL,
	"held" text,
	"found_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"checked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"proposed_by" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "match_pair_low_id_high_id_pk" PRIMARY KEY("low_id","high_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."match_pair" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."match_term" (
	"term" bigint PRIMARY KEY NOT NULL,
	"records" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."match_term" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."matching" (
	"id" smallint PRIMARY KEY NOT NULL,
	"four_eyes" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone,
	"after_low" uuid,
	"after_high" uuid,
	"candidates" bigint,
	"finished_at" timestamp with time zone,
	"version" smallint
);
--> statement-breakpoint
ALTER TABLE "patients"."matching" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patients"."person_link" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."person_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "match_key_by_key" ON "patients"."match_key" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "match_pair_by_high" ON "patients"."match_pair" USING btree ("high_id");--> statement-breakpoint
CREATE INDEX "match_pair_waiting" ON "patients"."match_pair" USING btree ("state","weight" DESC NULLS LAST,"low_id","high_id");--> statement-breakpoint
CREATE INDEX "person_link_by_person" ON "patients"."person_link" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "patients"."match_block" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "patients"."match_candidate" SET UNLOGGED;
