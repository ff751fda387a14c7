-- Whether a patient was joined with or parted from another within this transaction, in a matter of the institution's: it may then
-- be summed up anew though it is in others' care. Runs as the caller, who is to be the owner.
create or replace function patients.linked_now(whose uuid, mine uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from patients.identity_claim k
    where whose in (k.patient_id, k.target_id) and k.decided_at = now()
      and (k.institution_id = mine or k.decided_institution = mine))
$$;
revoke execute on function patients.linked_now(uuid, uuid) from public;
