-- What the check of stages asks of a patient has a column more: a function's rows are changed by making it anew.
drop function if exists patients.stages_to_check_of(uuid[], text[]);--> statement-breakpoint
drop function if exists patients.stages_to_check(uuid[], text[]);
