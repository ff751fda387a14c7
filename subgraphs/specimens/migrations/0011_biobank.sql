CREATE TABLE "specimens"."bank_consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"donor_id" uuid NOT NULL,
	"version" text NOT NULL,
	"scope" text[] NOT NULL,
	"signed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "specimens"."bank_consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."bank_donor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"code" text NOT NULL,
	"patient_id" uuid,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "bank_donor_once" UNIQUE("institution_id","code")
);
--> statement-breakpoint
ALTER TABLE "specimens"."bank_donor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."bank_pool_part" (
	"pool_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"amount" numeric(14, 3) NOT NULL,
	CONSTRAINT "bank_pool_part_pool_id_source_id_pk" PRIMARY KEY("pool_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "specimens"."bank_pool_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."bank_specimen" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"barcode" text NOT NULL,
	"level" text NOT NULL,
	"donor_id" uuid,
	"event_id" uuid,
	"parent_id" uuid,
	"type" text NOT NULL,
	"preservation" text NOT NULL,
	"sprec" text,
	"unit" text NOT NULL,
	"initial_amount" numeric(14, 3) NOT NULL,
	"amount" numeric(14, 3) NOT NULL,
	"concentration" double precision,
	"concentration_unit" text,
	"tumour_content" double precision,
	"rin" double precision,
	"temperature" text,
	"min_celsius" double precision,
	"max_celsius" double precision,
	"state" text DEFAULT 'COLLECTED' NOT NULL,
	"state_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"thaws" smallint DEFAULT 0 NOT NULL,
	"container_id" uuid,
	"row" smallint,
	"column" smallint,
	CONSTRAINT "bank_specimen_once" UNIQUE("institution_id","barcode"),
	CONSTRAINT "bank_specimen_amount" CHECK (amount >= 0 and amount <= initial_amount),
	CONSTRAINT "bank_specimen_placed" CHECK (("row" is null) = ("column" is null) and (state = 'STORED') = (container_id is not null))
);
--> statement-breakpoint
ALTER TABLE "specimens"."bank_specimen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."collection_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"donor_id" uuid NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	"procedure" text NOT NULL,
	"topography" text,
	"diagnosis" text,
	"site_group" text,
	"warm_ischaemia" integer,
	"cold_ischaemia" integer
);
--> statement-breakpoint
ALTER TABLE "specimens"."collection_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."container" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"barcode" text NOT NULL,
	"rows" smallint,
	"columns" smallint,
	"labels" text NOT NULL,
	"allowed_types" text[],
	"temperature" text,
	"min_celsius" double precision,
	"max_celsius" double precision,
	"parent_row" smallint,
	"parent_column" smallint,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "container_once" UNIQUE("institution_id","barcode")
);
--> statement-breakpoint
ALTER TABLE "specimens"."container" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."container_move" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"container_id" uuid NOT NULL,
	"from_id" uuid,
	"from_row" smallint,
	"from_column" smallint,
	"to_id" uuid NOT NULL,
	"to_row" smallint,
	"to_column" smallint,
	"moved_by" text NOT NULL,
	"moved_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."container_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."custody_event" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "specimens"."custody_event_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"institution_id" uuid NOT NULL,
	"specimen_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"by" text NOT NULL,
	"celsius" double precision,
	"excursion" boolean DEFAULT false NOT NULL,
	"place" text,
	"amount" numeric(14, 3),
	"thaw" smallint,
	"request_id" uuid,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "specimens"."custody_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."inventory_audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"container_id" uuid NOT NULL,
	"scanned_by" text NOT NULL,
	"scanned_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."inventory_audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."label_print" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"barcode" text NOT NULL,
	"printed_by" text NOT NULL,
	"printed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."label_print" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."request_line" (
	"request_id" uuid NOT NULL,
	"specimen_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"state" text DEFAULT 'RESERVED' NOT NULL,
	CONSTRAINT "request_line_request_id_specimen_id_pk" PRIMARY KEY("request_id","specimen_id")
);
--> statement-breakpoint
ALTER TABLE "specimens"."request_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."specimen_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"requester_name" jsonb NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"cohort_hash" text,
	"cohort_words" jsonb,
	"site_group" text,
	"type" text NOT NULL,
	"preservation" text,
	"min_amount" numeric(14, 3),
	"unit" text,
	"wanted" integer NOT NULL,
	"uses" text[] NOT NULL,
	"state" text DEFAULT 'SUBMITTED' NOT NULL,
	"requested_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"members" text,
	"reason" text,
	"shipment" text,
	"courier" text,
	"manifest" jsonb,
	"shipped_at" timestamp with time zone,
	"shipped_by" text,
	"delivered_at" timestamp with time zone,
	"delivered_by" text,
	"condition" text
);
--> statement-breakpoint
ALTER TABLE "specimens"."specimen_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."specimen_result" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"specimen_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"what" text NOT NULL,
	"value" text NOT NULL,
	"number" double precision,
	"unit" text,
	"brought_by" text NOT NULL,
	"brought_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."specimen_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specimens"."temperature_reading" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"container_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"celsius" double precision NOT NULL,
	"excursion" boolean NOT NULL,
	"read_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "specimens"."temperature_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "specimens"."bank_consent" ADD CONSTRAINT "bank_consent_donor_id_bank_donor_id_fk" FOREIGN KEY ("donor_id") REFERENCES "specimens"."bank_donor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_pool_part" ADD CONSTRAINT "bank_pool_part_pool_id_bank_specimen_id_fk" FOREIGN KEY ("pool_id") REFERENCES "specimens"."bank_specimen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_pool_part" ADD CONSTRAINT "bank_pool_part_source_id_bank_specimen_id_fk" FOREIGN KEY ("source_id") REFERENCES "specimens"."bank_specimen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_specimen" ADD CONSTRAINT "bank_specimen_donor_id_bank_donor_id_fk" FOREIGN KEY ("donor_id") REFERENCES "specimens"."bank_donor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_specimen" ADD CONSTRAINT "bank_specimen_event_id_collection_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "specimens"."collection_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_specimen" ADD CONSTRAINT "bank_specimen_parent_id_bank_specimen_id_fk" FOREIGN KEY ("parent_id") REFERENCES "specimens"."bank_specimen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."bank_specimen" ADD CONSTRAINT "bank_specimen_container_id_container_id_fk" FOREIGN KEY ("container_id") REFERENCES "specimens"."container"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."collection_event" ADD CONSTRAINT "collection_event_donor_id_bank_donor_id_fk" FOREIGN KEY ("donor_id") REFERENCES "specimens"."bank_donor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."container" ADD CONSTRAINT "container_parent_id_container_id_fk" FOREIGN KEY ("parent_id") REFERENCES "specimens"."container"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."request_line" ADD CONSTRAINT "request_line_request_id_specimen_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "specimens"."specimen_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specimens"."request_line" ADD CONSTRAINT "request_line_specimen_id_bank_specimen_id_fk" FOREIGN KEY ("specimen_id") REFERENCES "specimens"."bank_specimen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_consent_of_donor" ON "specimens"."bank_consent" USING btree ("donor_id","signed_on" DESC NULLS LAST,"recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "bank_donor_of_patient" ON "specimens"."bank_donor" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "bank_pool_part_of" ON "specimens"."bank_pool_part" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_specimen_position" ON "specimens"."bank_specimen" USING btree ("container_id","row","column") WHERE "row" is not null;--> statement-breakpoint
CREATE INDEX "bank_specimen_of_donor" ON "specimens"."bank_specimen" USING btree ("donor_id");--> statement-breakpoint
CREATE INDEX "bank_specimen_of_parent" ON "specimens"."bank_specimen" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "bank_specimen_in" ON "specimens"."bank_specimen" USING btree ("container_id");--> statement-breakpoint
CREATE INDEX "bank_specimen_asked" ON "specimens"."bank_specimen" USING btree ("institution_id","type","state","barcode");--> statement-breakpoint
CREATE INDEX "bank_specimen_waiting" ON "specimens"."bank_specimen" USING btree ("institution_id","state_since") WHERE state in ('COLLECTED', 'OUT', 'SHIPPED');--> statement-breakpoint
CREATE INDEX "collection_event_of_donor" ON "specimens"."collection_event" USING btree ("donor_id","collected_at");--> statement-breakpoint
CREATE UNIQUE INDEX "container_position" ON "specimens"."container" USING btree ("parent_id","parent_row","parent_column") WHERE parent_row is not null;--> statement-breakpoint
CREATE INDEX "container_within" ON "specimens"."container" USING btree ("parent_id","name");--> statement-breakpoint
CREATE INDEX "container_move_of" ON "specimens"."container_move" USING btree ("container_id","moved_at");--> statement-breakpoint
CREATE INDEX "custody_event_of" ON "specimens"."custody_event" USING btree ("specimen_id","number");--> statement-breakpoint
CREATE INDEX "custody_event_excursions" ON "specimens"."custody_event" USING btree ("institution_id","number" DESC NULLS LAST) WHERE excursion;--> statement-breakpoint
CREATE INDEX "inventory_audit_of" ON "specimens"."inventory_audit" USING btree ("container_id","scanned_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "label_print_of" ON "specimens"."label_print" USING btree ("institution_id","barcode");--> statement-breakpoint
CREATE UNIQUE INDEX "request_line_reserved" ON "specimens"."request_line" USING btree ("specimen_id") WHERE state = 'RESERVED';--> statement-breakpoint
CREATE INDEX "request_line_of" ON "specimens"."request_line" USING btree ("specimen_id");--> statement-breakpoint
CREATE INDEX "specimen_request_of_biobank" ON "specimens"."specimen_request" USING btree ("institution_id","requested_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "specimen_request_of_account" ON "specimens"."specimen_request" USING btree ("requested_by","requested_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "specimen_request_shipment" ON "specimens"."specimen_request" USING btree ("institution_id","shipment");--> statement-breakpoint
CREATE INDEX "specimen_result_of" ON "specimens"."specimen_result" USING btree ("specimen_id","brought_at");--> statement-breakpoint
CREATE INDEX "temperature_reading_of" ON "specimens"."temperature_reading" USING btree ("container_id","read_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "temperature_reading_excursions" ON "specimens"."temperature_reading" USING btree ("institution_id","read_at" DESC NULLS LAST,"id") WHERE excursion;--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."bank_consent" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."bank_donor" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."bank_pool_part" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."bank_specimen" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."collection_event" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."container" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."container_move" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."custody_event" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."inventory_audit" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."label_print" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."request_line" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."specimen_request" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_asked" ON "specimens"."specimen_request" AS PERMISSIVE FOR SELECT TO "nodp_app" USING (requested_by = (select current_setting('nodp.account', true)) and (select current_setting('nodp.research', true)) = 'on');--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."specimen_result" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_own_biobank" ON "specimens"."temperature_reading" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.biobank', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));