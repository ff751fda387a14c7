-- Referrals that concern the auditor's institution, by it and to it (the network's auditors: all), the latest first.
create or replace function basic.read_referrals(open_only boolean, most integer) returns setof basic.referral
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select r.* from basic.referral r
  where (mine is null or mine in (r.institution_id, r.to_institution_id))
    and (not open_only or r.state in ('WAITING', 'ACCEPTED') and r.ends_at > now())
  order by r.referred_at desc, r.id desc limit most;
end
$$;
revoke execute on function basic.read_referrals(boolean, integer) from public;
