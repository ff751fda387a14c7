-- Writes what the institution's data manager found of a break-glass, once; nobody reviews the own one.
create or replace function basic.review_break_glass(of_id uuid, as_verdict text, words text) returns setof basic.break_glass
language plpgsql security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  me text := current_setting('nodp.account', true);
begin
  return query
  update basic.break_glass b set reviewed_by = me, reviewed_at = clock_timestamp(), verdict = as_verdict, remark = words
  where b.id = of_id and b.institution_id = mine and b.account_id <> me and b.reviewed_at is null
  returning b.*;
end
$$;
revoke execute on function basic.review_break_glass(uuid, text, text) from public;
