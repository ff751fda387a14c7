-- Patients that a number names whole, for who reads the access audit: of the auditor's institution, else of any. Nothing is
-- told of them but that they are.
create or replace function patients.find_audited(hash text, most integer) returns table (patient_id uuid)
language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select distinct l.patient_id from patients.listed l
  where l.keys @> (array[hash] || case when mine is null then '{}' else array[mine::text] end)
    and (mine is null or l.institution_id = mine)
  order by l.patient_id limit most;
end
$$;
revoke execute on function patients.find_audited(text, integer) from public;
