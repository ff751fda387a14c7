CREATE TABLE "basic"."death" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."death" ENABLE ROW LEVEL SECURITY;