-- Whether a patient refused further contacts of an institution the last time somebody reached them. Runs as the caller.
create or replace function followup.refuses_contact(of_patient uuid, mine uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce((select o.outcome = 'REFUSED' from followup.contact_outcome o
    where o.patient_id = of_patient and o.institution_id = mine and o.taken_back_at is null
      and o.outcome not in ('NOT_REACHED', 'WRONG_NUMBER')
    order by o."on" desc, o.entered_at desc limit 1), false)
$$;
revoke execute on function followup.refuses_contact(uuid, uuid) from public;
