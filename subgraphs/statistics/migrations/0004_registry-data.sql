CREATE TABLE "statistics"."life_table_row" (
	"set_id" text NOT NULL,
	"version" smallint NOT NULL,
	"region" text NOT NULL,
	"sex" smallint NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	"first_month" smallint NOT NULL,
	"ages" smallint[] NOT NULL,
	"mortality" double precision[] NOT NULL,
	CONSTRAINT "life_table_row_set_id_version_region_sex_first_year_pk" PRIMARY KEY("set_id","version","region","sex","first_year"),
	CONSTRAINT "life_sex_is_known" CHECK ("statistics"."life_table_row"."sex" in (0, 1)),
	CONSTRAINT "a_rate_for_each_age" CHECK (cardinality("statistics"."life_table_row"."ages") = cardinality("statistics"."life_table_row"."mortality"))
);
--> statement-breakpoint
CREATE TABLE "statistics"."life_table_set" (
	"id" text NOT NULL,
	"version" smallint NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"source_en" text NOT NULL,
	"source_zh" text NOT NULL,
	"citation" text NOT NULL,
	"licence" text NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	"sha256" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"loaded_by" text NOT NULL,
	CONSTRAINT "life_table_set_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry_data_area" (
	"set_id" text NOT NULL,
	"version" smallint NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"province_code" text,
	"covers" text[] NOT NULL,
	"without" text[] NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	CONSTRAINT "registry_data_area_set_id_version_code_pk" PRIMARY KEY("set_id","version","code")
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry_data_count" (
	"set_id" text NOT NULL,
	"version" smallint NOT NULL,
	"kind" text NOT NULL,
	"area_code" text NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	"sex" smallint NOT NULL,
	"site" text NOT NULL,
	"ages" double precision[] NOT NULL,
	CONSTRAINT "registry_data_count_key" PRIMARY KEY("set_id","version","kind","area_code","first_year","sex","site"),
	CONSTRAINT "kind_is_known" CHECK ("statistics"."registry_data_count"."kind" in ('CASES', 'DEATHS')),
	CONSTRAINT "count_sex_is_known" CHECK ("statistics"."registry_data_count"."sex" in (0, 1)),
	CONSTRAINT "nineteen_ages" CHECK (cardinality("statistics"."registry_data_count"."ages") = 19 and 0 <= all ("statistics"."registry_data_count"."ages"))
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry_data_person_years" (
	"set_id" text NOT NULL,
	"version" smallint NOT NULL,
	"area_code" text NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	"sex" smallint NOT NULL,
	"ages" double precision[] NOT NULL,
	CONSTRAINT "registry_data_person_years_key" PRIMARY KEY("set_id","version","area_code","first_year","sex"),
	CONSTRAINT "lived_sex_is_known" CHECK ("statistics"."registry_data_person_years"."sex" in (0, 1)),
	CONSTRAINT "lived_eighteen_ages" CHECK (cardinality("statistics"."registry_data_person_years"."ages") = 18 and 0 <= all ("statistics"."registry_data_person_years"."ages"))
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry_data_set" (
	"id" text NOT NULL,
	"version" smallint NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"source_en" text NOT NULL,
	"source_zh" text NOT NULL,
	"citation" text NOT NULL,
	"licence" text NOT NULL,
	"first_year" smallint NOT NULL,
	"last_year" smallint NOT NULL,
	"sha256" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"loaded_by" text NOT NULL,
	"published" boolean NOT NULL,
	"areas" integer NOT NULL,
	"cases" double precision NOT NULL,
	"deaths" double precision,
	"person_years" double precision NOT NULL,
	CONSTRAINT "registry_data_set_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
ALTER TABLE "statistics"."life_table_row" ADD CONSTRAINT "row_of_a_life_table_set" FOREIGN KEY ("set_id","version") REFERENCES "statistics"."life_table_set"("id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics"."registry_data_area" ADD CONSTRAINT "area_of_a_data_set" FOREIGN KEY ("set_id","version") REFERENCES "statistics"."registry_data_set"("id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics"."registry_data_count" ADD CONSTRAINT "count_of_a_data_set" FOREIGN KEY ("set_id","version") REFERENCES "statistics"."registry_data_set"("id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics"."registry_data_person_years" ADD CONSTRAINT "lived_of_a_data_set" FOREIGN KEY ("set_id","version") REFERENCES "statistics"."registry_data_set"("id","version") ON DELETE cascade ON UPDATE no action;