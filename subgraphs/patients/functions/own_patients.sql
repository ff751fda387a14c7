-- The patients of the session's institution that its own keys or numbers mean: a key of a record it sent, the hash of an
-- identifier. As the owner, because nobody else reads whose keys mean whom; what row-level security asks is asked here.
create or replace function patients.own_patients(keys text[], aliases text[])
returns table (patient_id uuid)
language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    return;
  end if;
  return query
  select s.patient_id from patients.patient_source s
  where s.institution_id = mine and s.source_id = any(keys || aliases)
    and exists (select 1 from basic.care_relationship c where c.patient_id = s.patient_id and c.institution_id = mine)
  union
  -- One that came with two patients names neither.
  select min(a.patient_id::text)::uuid from patients.patient_alias a
  where a.institution_id = mine and a.alias = any(aliases)
    and exists (select 1 from basic.care_relationship c where c.patient_id = a.patient_id and c.institution_id = mine)
  group by a.alias having count(distinct a.patient_id) = 1;
end
$$;
revoke execute on function patients.own_patients(text[], text[]) from public;
