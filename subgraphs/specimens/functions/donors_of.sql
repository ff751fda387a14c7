-- Who gave to each of these specimens: of a pool, and of what was derived of one, all who gave to its parts.
create or replace function specimens.donors_of(asked uuid[]) returns table (specimen_id uuid, donor_id uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive up (specimen_id, id) as (
    select s.id, s.id from specimens.bank_specimen s where s.id = any (asked)
    union
    select u.specimen_id, coalesce(p.source_id, s.parent_id)
    from up u join specimens.bank_specimen s on s.id = u.id left join specimens.bank_pool_part p on p.pool_id = s.id
    where s.donor_id is null and coalesce(p.source_id, s.parent_id) is not null)
  select distinct u.specimen_id, s.donor_id from up u join specimens.bank_specimen s on s.id = u.id where s.donor_id is not null
$$;
revoke execute on function specimens.donors_of(uuid[]) from public;
