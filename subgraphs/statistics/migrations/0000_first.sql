CREATE SCHEMA "statistics";
--> statement-breakpoint
CREATE TABLE "statistics"."population" (
	"region_code" text NOT NULL,
	"year" smallint NOT NULL,
	"persons" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "population_region_code_year_pk" PRIMARY KEY("region_code","year")
);
--> statement-breakpoint
CREATE TABLE "statistics"."region" (
	"code" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"short_name_en" text NOT NULL,
	"short_name_zh" text NOT NULL
);
