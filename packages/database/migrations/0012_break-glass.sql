CREATE TABLE "basic"."break_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"verdict" text,
	"remark" text
);
--> statement-breakpoint
ALTER TABLE "basic"."break_glass" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."look_review" (
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"day" text NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"verdict" text,
	"remark" text,
	CONSTRAINT "look_review_institution_id_patient_id_account_id_day_pk" PRIMARY KEY("institution_id","patient_id","account_id","day")
);
--> statement-breakpoint
ALTER TABLE "basic"."look_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basic"."restricted_patient" (
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "restricted_patient_institution_id_patient_id_pk" PRIMARY KEY("institution_id","patient_id")
);
--> statement-breakpoint
ALTER TABLE "basic"."restricted_patient" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "break_glass_by_patient" ON "basic"."break_glass" USING btree ("patient_id","account_id","expires_at");--> statement-breakpoint
CREATE INDEX "break_glass_by_institution" ON "basic"."break_glass" USING btree ("institution_id","granted_at","id");--> statement-breakpoint
CREATE POLICY "read_own" ON "basic"."break_glass" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and account_id = (select current_setting('nodp.account', true)));--> statement-breakpoint
CREATE POLICY "read_own" ON "basic"."restricted_patient" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.audit', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));