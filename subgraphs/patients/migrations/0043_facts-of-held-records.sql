-- What tasks ask of a patient has a column more: a function's rows are changed by making it anew.
drop function if exists patients.task_facts(uuid[], text[], text[], text);--> statement-breakpoint
drop function if exists patients.task_facts_of(uuid[], text[], text[], text);
