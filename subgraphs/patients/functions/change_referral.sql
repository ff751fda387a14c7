-- What becomes of a referral while its last day is not over: the institution that it is to accepts or declines it, and answers what it
-- accepted; the one that referred withdraws it. Each ends what was before, and with it the access. @returns whether it did
create or replace function patients.change_referral(of_patient uuid, of_id uuid, becomes text, said text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.referring_institution();
  me text := current_setting('nodp.account', true);
begin
  update basic.referral r set state = becomes, words = coalesce(said, r.words),
    decided_by = case when becomes in ('ACCEPTED', 'DECLINED') then me else r.decided_by end,
    decided_at = case when becomes in ('ACCEPTED', 'DECLINED') then clock_timestamp() else r.decided_at end,
    ended_by = case when becomes in ('ANSWERED', 'WITHDRAWN') then me end,
    ended_at = case when becomes in ('ANSWERED', 'WITHDRAWN') then clock_timestamp() end
  where r.patient_id = of_patient and r.id = of_id and r.ends_at > now() and case becomes
    when 'ACCEPTED' then r.to_institution_id = mine and r.state = 'WAITING'
    when 'DECLINED' then r.to_institution_id = mine and r.state = 'WAITING'
    when 'ANSWERED' then r.to_institution_id = mine and r.state = 'ACCEPTED'
    when 'WITHDRAWN' then r.institution_id = mine and r.state in ('WAITING', 'ACCEPTED')
    else false end;
  return found;
end
$$;
revoke execute on function patients.change_referral(uuid, uuid, text, text) from public;
