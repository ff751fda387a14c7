-- Frees the position of specimens of which nothing is left. For functions of the biobank, which asked whose session it is.
create or replace function specimens.end_used_up(asked uuid[]) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update specimens.bank_specimen s set state = 'USED_UP', state_since = clock_timestamp(), container_id = null, "row" = null, "column" = null
    where s.id = any (asked) and s.amount = 0 returning s.id, s.institution_id)
  insert into specimens.custody_event (institution_id, specimen_id, kind, by)
  select e.institution_id, e.id, 'USED_UP', current_setting('nodp.account', true) from ended e
$$;
revoke execute on function specimens.end_used_up(uuid[]) from public;
