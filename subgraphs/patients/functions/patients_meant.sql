-- The patients whom claims and accesses in an emergency are about, for the audit of what is decided of them: of a claim the person who is
-- claimed, since the claiming institution is told nothing.
create or replace function patients.patients_meant(asked uuid[]) returns table (patient_id uuid)
language sql stable security definer rows 10 set search_path = pg_catalog, pg_temp as $$
  select k.target_id from patients.identity_claim k where k.id = any (asked)
  union
  select b.patient_id from basic.break_glass b where b.id = any (asked)
$$;
revoke execute on function patients.patients_meant(uuid[]) from public;
