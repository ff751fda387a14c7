-- Counts what was received before there were tallies, or was loaded past intake, from what each submission became; a day and type
-- that is tallied stays as it is. By the owner, once.
create or replace function basic.tally_earlier() returns void
language sql security invoker set search_path = pg_catalog, pg_temp as $$
  insert into basic.intake_tally (institution_id, day, resource_type, created, updated, unchanged, retained, held, refused)
  select s.institution_id, (s.received_at at time zone 'Asia/Shanghai')::date, c ->> 'resourceType',
    sum((c ->> 'created')::int), sum((c ->> 'updated')::int), sum((c ->> 'unchanged')::int),
    sum((c ->> 'retained')::int), sum(coalesce((c ->> 'held')::int, 0)), sum((c ->> 'refused')::int)
  from basic.submission s cross join lateral jsonb_array_elements(s.counts) c
  where jsonb_typeof(s.counts) = 'array'
  group by 1, 2, 3
  on conflict do nothing;
$$;
revoke execute on function basic.tally_earlier() from public;
