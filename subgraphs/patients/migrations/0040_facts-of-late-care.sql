-- What tasks ask of a patient has two columns and an argument more: a function is changed so by making it anew.
drop function if exists patients.task_facts(uuid[], text[], text);--> statement-breakpoint
drop function if exists patients.task_facts_of(uuid[], text[], text);
