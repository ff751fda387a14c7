-- The sealed identities of patients that the session may ask the access audit for: what the auditor's institution gave of
-- them, else what each did. For record numbers, and for comparing names with those of accounts.
create or replace function patients.audited_identities(whose uuid[])
returns table (patient_id uuid, institution_id uuid, ciphertext bytea)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select i.patient_id, i.institution_id, i.ciphertext from patients.identity i
  where i.patient_id = any (whose) and (mine is null or i.institution_id = mine)
  order by i.patient_id, i.recorded_at desc, i.institution_id;
end
$$;
revoke execute on function patients.audited_identities(uuid[]) from public;
