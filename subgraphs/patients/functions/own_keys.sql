-- The keys under which the session's institution sent the patients; those that name a person are hashes.
create or replace function patients.own_keys(of uuid[])
returns table (patient_id uuid, source_id text)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    return;
  end if;
  return query
  select s.patient_id, s.source_id from patients.patient_source s
  where s.patient_id = any(of) and s.institution_id = mine
    and exists (select 1 from basic.care_relationship c where c.patient_id = s.patient_id and c.institution_id = mine)
  order by s.patient_id, s.source_id;
end
$$;
revoke execute on function patients.own_keys(uuid[]) from public;
