CREATE TABLE "specimens"."drug_label_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"sha256" text NOT NULL,
	"labels" integer NOT NULL,
	"content" text NOT NULL,
	"loaded_by" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."drug_label_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read" ON "specimens"."drug_label_set" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (true);