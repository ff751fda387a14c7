-- The stage group without its subdivisions is the rules' (patients.tumour_at_diagnosis); a stage's own was read by nobody.
-- It stood in the hash of the content, which is taken anew without it, so that a stage sent again is still known as it is:
-- the SHA-256 of what JSON.stringify writes, which to_json escapes alike. Nothing a sender said changes: no former
-- version is kept, and no list is made anew.
alter table patients.stage disable trigger user;
--> statement-breakpoint
create function pg_temp.json_of(said text) returns text language sql immutable
return coalesce(to_json(said)::text, 'null');
--> statement-breakpoint
create function pg_temp.hash_of(s patients.stage, broad_stage text) returns text language sql stable
return encode(sha256(convert_to(concat(
  '{"tumourSourceId":', pg_temp.json_of(s.tumour_source_id), ',"axis":', pg_temp.json_of(s.axis),
  ',"classification":', pg_temp.json_of(s.classification), ',"value":', pg_temp.json_of(s.value), broad_stage,
  ',"system":', pg_temp.json_of(s.system), ',"sentSystem":', pg_temp.json_of(s.sent_system),
  ',"sentCode":', pg_temp.json_of(s.sent_code), ',"sentDisplay":', pg_temp.json_of(s.sent_display),
  ',"assessedOn":', pg_temp.json_of(to_char(s.assessed_on, 'YYYY-MM-DD')),
  ',"assessedPrecision":', pg_temp.json_of(s.assessed_precision), '}'), 'UTF8')), 'hex');
--> statement-breakpoint
update patients.stage s set content_hash = pg_temp.hash_of(s, '')
where content_hash = pg_temp.hash_of(s, ',"broadStage":' || pg_temp.json_of(s.broad_stage));
--> statement-breakpoint
alter table patients.stage enable trigger user;
--> statement-breakpoint
drop function pg_temp.hash_of(patients.stage, text);
--> statement-breakpoint
drop function pg_temp.json_of(text);
--> statement-breakpoint
ALTER TABLE "patients"."stage" DROP COLUMN "broad_stage";
