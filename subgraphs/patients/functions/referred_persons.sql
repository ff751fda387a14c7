-- Who the patients of referrals are, as the institution says that referred them, sealed: to its own clinicians, and to those of the
-- institution that they are referred to while the referral waits or is in force, and after it was answered.
create or replace function patients.referred_persons(ids uuid[])
returns table (id uuid, ciphertext bytea, sex text, born_on date, born_precision text)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.referring_institution();
begin
  return query
  select r.id, patients.addressee(r.patient_id, r.institution_id), p.sex, p.born_on, p.born_precision
  from basic.referral r join patients.patient p on p.patient_id = r.patient_id
  where r.id = any (ids) and (
    r.institution_id = mine and exists (select 1 from basic.care_relationship c
      where c.patient_id = r.patient_id and c.institution_id = mine)
    or r.to_institution_id = mine and (r.state = 'ANSWERED' or r.state in ('WAITING', 'ACCEPTED') and r.ends_at > now()));
end
$$;
revoke execute on function patients.referred_persons(uuid[]) from public;
