-- Writes what the institution's data manager found of an account's looks at a restricted patient on a day, once; nobody
-- reviews the own ones. @returns whether there was such a patient and no review yet
create or replace function basic.review_restricted_patient_access(whose uuid, by_account text, on_day text, as_verdict text, words text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
  me text := current_setting('nodp.account', true);
begin
  if by_account = me or not exists (select 1 from basic.restricted_patient r
      where r.institution_id = mine and r.patient_id = whose
        and (r.lifted_at is null or on_day <= ((r.lifted_at at time zone 'Asia/Shanghai')::date)::text)) then
    return false;
  end if;
  insert into basic.restricted_access_review (institution_id, patient_id, account_id, day, reviewed_by, reviewed_at, verdict, remark)
  values (mine, whose, by_account, on_day, me, clock_timestamp(), as_verdict, words)
  on conflict do nothing;
  return found;
end
$$;
revoke execute on function basic.review_restricted_patient_access(uuid, text, text, text, text) from public;
