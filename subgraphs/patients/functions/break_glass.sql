-- Access in an emergency to the patient whom a national identifier with the date of birth and a name mean: the account
-- reads the patient's records for four hours. All three have to agree; ten tries an hour, each of them in the access audit
-- before it comes here.
create or replace function patients.break_glass(hash text, names text[], why text)
returns table (state text, patient_id uuid, expires_at timestamptz)
language plpgsql security definer rows 1 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  me text := current_setting('nodp.account', true);
  found_patient uuid;
  ends timestamptz := clock_timestamp() + interval '4 hours';
begin
  if current_setting('nodp.emergency', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not read in an emergency.' using errcode = '42501';
  end if;
  if (select count(*) from basic.audit a where a.account_id = me and a.action = 'break-glass'
      and cardinality(a.patient_ids) = 0 and a.at > clock_timestamp() - interval '1 hour') > 10 then
    return query select 'TOO_MANY', null::uuid, null::timestamptz;
    return;
  end if;
  select n.patient_id into found_patient from patients.national_identity n
  where n.identity_hash = hash and cardinality(names) > 0
    and exists (select 1 from patients.identity i where i.patient_id = n.patient_id and i.name_hashes @> names);
  if found_patient is null then
    return query select 'NOT_FOUND', null::uuid, null::timestamptz;
  elsif basic.audited_patient(mine, found_patient) then
    return query select 'IN_CARE', found_patient, null::timestamptz;
  else
    insert into basic.break_glass (id, account_id, institution_id, patient_id, reason, expires_at)
    values (gen_random_uuid(), me, mine, found_patient, why, ends);
    return query select 'GRANTED', found_patient, ends;
  end if;
end
$$;
revoke execute on function patients.break_glass(text, text[], text) from public;
