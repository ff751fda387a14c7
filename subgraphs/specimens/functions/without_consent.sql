-- The specimens that may not be used so, and why: every donor's consent that was signed last has to be in force and to cover the uses.
create or replace function specimens.without_consent(asked uuid[], uses text[]) returns table (specimen_id uuid, why text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select a.id, min(case when d.donor_id is null then 'NO_DONOR' when c.id is null then 'NO_CONSENT'
    when c.withdrawn_at is not null then 'WITHDRAWN' else 'NOT_COVERED' end)
  from unnest(asked) a (id)
  left join specimens.donors_of(asked) d on d.specimen_id = a.id
  left join lateral (select c.id, c.withdrawn_at, c.scope from specimens.bank_consent c where c.donor_id = d.donor_id
    order by c.signed_on desc, c.recorded_at desc limit 1) c on true
  where c.id is null or c.withdrawn_at is not null or not c.scope @> uses
  group by a.id
$$;
revoke execute on function specimens.without_consent(uuid[], text[]) from public;
