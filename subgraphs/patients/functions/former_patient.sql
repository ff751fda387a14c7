-- Which patient an institution's rows are to be of, once they are parted from a person's: the one they were before they were
-- joined, where that is known, else a new one. Runs as the caller, who is to be the owner.
create or replace function patients.former_patient(of_institution uuid, joined uuid) returns uuid
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select coalesce((select k.patient_id from patients.identity_claim k
    where k.institution_id = of_institution and k.target_id = joined and k.state = 'OPENED'
      and not exists (select 1 from patients.patient p where p.patient_id = k.patient_id)
    order by k.claimed_at, k.id limit 1), gen_random_uuid())
$$;
revoke execute on function patients.former_patient(uuid, uuid) from public;
