-- Claims on persons that the auditor's institution knows (the network's auditors: on all), the latest first. The claiming
-- institution is not told of its own: that there is one tells that the person is known.
create or replace function patients.read_claims(open_only boolean, most integer)
returns table (id uuid, institution_id uuid, target_id uuid, account_id text, claimed_at timestamptz, state text,
  decided_by text, decided_at timestamptz, reason text)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select k.id, k.institution_id, k.target_id, k.account_id, k.claimed_at, k.state, k.decided_by, k.decided_at, k.reason
  from patients.identity_claim k
  where (not open_only or k.state = 'WAITING') and k.state <> 'WITHDRAWN'
    and (mine is null or (k.institution_id <> mine and exists (select 1 from basic.care_relationship c
      where c.patient_id = k.target_id and c.institution_id = mine)))
  order by k.claimed_at desc, k.id limit most;
end
$$;
revoke execute on function patients.read_claims(boolean, integer) from public;
