CREATE TABLE "basic"."silence" (
	"institution_id" uuid NOT NULL,
	"raised_on" date NOT NULL,
	"last_on" date NOT NULL,
	"limit_days" integer NOT NULL,
	"ended_on" date,
	CONSTRAINT "silence_institution_id_last_on_pk" PRIMARY KEY("institution_id","last_on")
);
--> statement-breakpoint
ALTER TABLE "basic"."silence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "silent_once" ON "basic"."silence" USING btree ("institution_id") WHERE ended_on is null;--> statement-breakpoint
CREATE POLICY "read" ON "basic"."silence" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and ((select current_setting('nodp.writes', true)) = 'on' or (select current_setting('nodp.review', true)) = 'on') or (select current_setting('nodp.national', true)) = 'on');