-- The listed patients of the session's institution who have all of the names' hashes, or one of the numbers'. As
-- the owner: under row-level security no index of arrays is used. What the policy of the list asks is asked here.
create or replace function patients.find_listed(names text[], numbers text[])
returns table (patient_id uuid, institution_id uuid, diagnosed_on date, born_on date, died_on date,
  site_group text, broad_stage text, vital_status text, sex text)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    return;
  end if;
  return query
  select l.patient_id, l.institution_id, l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage,
    l.vital_status, l.sex
  from patients.listed l
  where l.institution_id = mine and cardinality(names) > 0 and l.keys @> (names || mine::text)
  union
  select l.patient_id, l.institution_id, l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage,
    l.vital_status, l.sex
  from unnest(numbers) as n(hash)
  join patients.listed l on l.institution_id = mine and l.keys @> array[n.hash, mine::text];
end
$$;
revoke execute on function patients.find_listed(text[], text[]) from public;
