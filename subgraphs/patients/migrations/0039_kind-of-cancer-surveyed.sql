-- What surveillance rests on has a column more: a function's rows are changed by making it anew.
drop function if exists patients.task_facts(uuid[], text[], text);--> statement-breakpoint
drop function if exists patients.task_facts_of(uuid[], text[], text);--> statement-breakpoint
drop function if exists patients.surveillance_of(uuid[], text[]);--> statement-breakpoint
drop function if exists patients.surveyed(uuid[], text[]);
