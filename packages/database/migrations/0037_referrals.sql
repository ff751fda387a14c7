CREATE TABLE "basic"."referral" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"to_institution_id" uuid NOT NULL,
	"department" text,
	"reason" text NOT NULL,
	"question" text NOT NULL,
	"until_day" date NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"referred_by" text NOT NULL,
	"referred_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	"words" text,
	CONSTRAINT "referral_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "basic"."referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "referral_sent" ON "basic"."referral" USING btree ("institution_id","referred_at","id");--> statement-breakpoint
CREATE INDEX "referral_received" ON "basic"."referral" USING btree ("to_institution_id","referred_at","id");--> statement-breakpoint
CREATE POLICY "read_entered" ON "basic"."referral" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and exists (select 1 from basic.care_relationship c where c.patient_id = "referral".patient_id and c.institution_id = "referral".institution_id) or to_institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)));--> statement-breakpoint
ALTER POLICY "read_in_care" ON "basic"."death" TO nodp_app USING ((select current_setting('nodp.identified', true)) = 'on' and (exists (select 1 from basic.care_relationship c where c.patient_id = "death".patient_id and c.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or exists (select 1 from basic.break_glass b where b.patient_id = "death".patient_id and b.account_id = (select current_setting('nodp.account', true)) and b.expires_at > now()) or ((select current_setting('nodp.tasks', true)) = 'CLINICIAN' and exists (select 1 from basic.referral r where r.patient_id = "death".patient_id and r.to_institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and r.state = 'ACCEPTED' and r.ends_at > now()))));