CREATE TABLE "statistics"."person_years" (
	"region_code" text NOT NULL,
	"year" smallint NOT NULL,
	"sex" smallint NOT NULL,
	"registry_code" text NOT NULL,
	"ages" double precision[] NOT NULL,
	CONSTRAINT "person_years_region_code_year_sex_pk" PRIMARY KEY("region_code","year","sex"),
	CONSTRAINT "sex_is_known" CHECK ("statistics"."person_years"."sex" in (0, 1)),
	CONSTRAINT "eighteen_ages" CHECK (cardinality("statistics"."person_years"."ages") = 18 and 0 <= all ("statistics"."person_years"."ages"))
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry" (
	"code" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"source_en" text NOT NULL,
	"source_zh" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics"."registry_year" (
	"registry_code" text NOT NULL,
	"year" smallint NOT NULL,
	"completeness" double precision NOT NULL,
	"closed_on" date,
	CONSTRAINT "registry_year_registry_code_year_pk" PRIMARY KEY("registry_code","year"),
	CONSTRAINT "completeness_is_a_share" CHECK ("statistics"."registry_year"."completeness" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "statistics"."person_years" ADD CONSTRAINT "person_years_of_a_registry_year" FOREIGN KEY ("registry_code","year") REFERENCES "statistics"."registry_year"("registry_code","year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics"."registry_year" ADD CONSTRAINT "registry_year_registry_code_registry_code_fk" FOREIGN KEY ("registry_code") REFERENCES "statistics"."registry"("code") ON DELETE cascade ON UPDATE no action;