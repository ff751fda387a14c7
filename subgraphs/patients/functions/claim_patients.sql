-- Which person a sender's key means. As the owner, because institutions share the row of a person.
-- A national identifier of a person whom another institution knows opens nothing by itself: the sender gets a patient of its
-- own and a claim that waits (patients.settle_claims); the answer is the same as for a person nobody knows.
-- claims: [{"key", "aliases": ["system|value"], "national": hash or null, "candidate": uuid or null}].
-- With a candidate the person is registered when new; without one the key is only looked up.
-- A transaction that claims a patient holds its row until the transaction ends: submissions about one patient
-- follow one another, and what is summed up over the patient's rows is never stale.
create or replace function patients.claim_patients(claims jsonb)
returns table (key text, patient uuid, state text, parted uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- Claims are few and keys unique: without these a plan read every key of the institution six times a submission (10,310 rows a
-- time at 14,600 patients, and more with each patient).
set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  mine uuid := patients.writing_institution();
  corrected jsonb := '{}';
begin
  -- Before anything is known by the new number.
  select coalesce(jsonb_object_agg(n.key, n.parted), '{}') into corrected from patients.correct_numbers(mine, claims) n;

  -- National identifiers first and in one order, then keys in one order: no deadlock.
  insert into patients.national_identity (identity_hash, patient_id)
  select distinct on (c.national) c.national, coalesce(s.patient_id, c.candidate)
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  left join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where c.national is not null and c.candidate is not null
    -- Of a person whom others know a number means nobody while the institution's own records of the person disagree on it.
    and not (exists (select 1 from patients.patient_source o where o.institution_id = mine and o.patient_id = s.patient_id
        and o.national_hash <> c.national)
      and exists (select 1 from basic.care_relationship r where r.patient_id = s.patient_id and r.institution_id <> mine))
  order by c.national, c.key
  on conflict do nothing;

  insert into patients.patient_source (institution_id, source_id, patient_id, national_hash)
  select distinct on (c.key) mine, c.key, coalesce(
    (select (array_agg(a.patient_id))[1] from patients.patient_alias a
      where a.institution_id = mine and a.alias = c.key having count(*) = 1),
    case when patients.is_open_to(n.patient_id, mine) then n.patient_id end,
    -- What the institution claims already; several keys of one person in one submission are one patient.
    (select k.patient_id from patients.identity_claim k
      where k.institution_id = mine and k.target_id = n.patient_id
        and k.state not in ('OPENED', 'WITHDRAWN') order by k.claimed_at limit 1),
    first_value(c.candidate) over (partition by coalesce(c.national, c.key) order by c.key)), c.national
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  left join patients.national_identity n on n.identity_hash = c.national
  where c.candidate is not null
  order by c.key
  on conflict do nothing;

  update patients.patient_source s set national_hash = c.national
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  where s.institution_id = mine and s.source_id = c.key and c.national is not null and c.candidate is not null
    and s.national_hash is distinct from c.national;

  -- An account that makes more claims than a hospital's first upload in an hour makes no further ones: nothing tells it so.
  insert into patients.identity_claim as k (institution_id, patient_id, target_id, account_id)
  select distinct mine, s.patient_id, n.patient_id, current_setting('nodp.account', true)
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  join patients.national_identity n on n.identity_hash = c.national
  where c.candidate is not null and n.patient_id <> s.patient_id and not patients.is_open_to(n.patient_id, mine)
    and (select count(*) from patients.identity_claim o where o.account_id = current_setting('nodp.account', true)
      and o.claimed_at > clock_timestamp() - interval '1 hour') < 5000
  order by 2, 3
  on conflict (institution_id, patient_id, target_id) do update set state = 'WAITING', account_id = excluded.account_id,
    claimed_at = clock_timestamp(), decided_by = null, decided_at = null, decided_institution = null
  where k.state = 'WITHDRAWN';

  -- Where another submission registered the key first, the national identifier follows it.
  update patients.national_identity n set patient_id = s.patient_id
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where n.identity_hash = c.national and n.patient_id = c.candidate and s.patient_id <> c.candidate;

  insert into patients.patient_alias (institution_id, alias, patient_id)
  select distinct mine, a.alias, s.patient_id
  from jsonb_to_recordset(claims) as c(key text, aliases text[], candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  cross join lateral unnest(c.aliases) as a(alias)
  where c.candidate is not null
  order by 2, 3
  on conflict do nothing;

  -- Held in one order until the transaction ends.
  perform 1 from patients.patient p
  where p.patient_id in (
    select s.patient_id from jsonb_to_recordset(claims) as c(key text)
    join patients.patient_source s on s.institution_id = mine and s.source_id = c.key)
  order by p.patient_id for no key update;

  insert into basic.care_relationship (institution_id, patient_id)
  select distinct mine, s.patient_id
  from jsonb_to_recordset(claims) as c(key text, candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where c.candidate is not null
  order by 2
  on conflict do nothing;

  return query
  select c.key, coalesce(s.patient_id, a.patient_id),
    case
      when s.patient_id is null and a.many > 1 then 'ambiguous'
      when s.patient_id is null and a.patient_id is null then 'unknown'
      when exists (select 1 from patients.patient p where p.patient_id = coalesce(s.patient_id, a.patient_id)) then 'known'
      else 'new'
    end, (corrected ->> c.key)::uuid
  from jsonb_to_recordset(claims) as c(key text)
  left join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  left join lateral (
    select count(*) as many, case when count(*) = 1 then (array_agg(x.patient_id))[1] end as patient_id
    from patients.patient_alias x where x.institution_id = mine and x.alias = c.key
  ) a on true;
end
$$;
revoke execute on function patients.claim_patients(jsonb) from public;
