CREATE TABLE "patients"."patient_alias" (
	"institution_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"patient_id" uuid NOT NULL,
	CONSTRAINT "patient_alias_institution_id_alias_patient_id_pk" PRIMARY KEY("institution_id","alias","patient_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."patient_alias" ENABLE ROW LEVEL SECURITY;