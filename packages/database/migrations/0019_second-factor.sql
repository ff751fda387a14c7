CREATE TABLE "basic"."second_factor" (
	"account_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"recovery_hashes" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basic"."second_factor_role" (
	"role" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "basic"."second_factor" ADD CONSTRAINT "second_factor_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "basic"."account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Its arguments or results changed.
drop function if exists basic.begin_session(text, text, text, jsonb, integer);--> statement-breakpoint
drop function if exists basic.read_accounts(text, text, text, integer);
