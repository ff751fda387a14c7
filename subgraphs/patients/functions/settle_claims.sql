-- Keeps of which of its patients the sender sent evidence of care, and opens claims: of the patients given those whose person
-- others know, where there is evidence and the name agrees (number and day of birth do, or there would be no claim), or where
-- a data manager of who knows the person approved. The names agree where the same words make them up. @returns the pairs
-- to be joined, within this transaction.
create or replace function patients.settle_claims(whose uuid[], treated uuid[])
returns table (kept uuid, "left" uuid)
language plpgsql security definer rows 10 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  insert into patients.care_evidence (institution_id, patient_id)
  select mine, t.id from unnest(treated) as t(id)
  where exists (select 1 from basic.care_relationship c where c.patient_id = t.id and c.institution_id = mine)
  order by t.id
  on conflict do nothing;

  if not exists (select 1 from patients.identity_claim k
      where k.institution_id = mine and k.patient_id = any (whose) and k.state in ('WAITING', 'APPROVED')) then
    return;
  end if;
  return query
  with ready as (
    select distinct on (k.patient_id) k.id, k.patient_id, k.target_id from patients.identity_claim k
    join patients.patient p on p.patient_id = k.target_id
    where k.institution_id = mine and k.patient_id = any (whose)
      and (k.state = 'APPROVED' or (k.state = 'WAITING'
        and exists (select 1 from patients.care_evidence e where e.institution_id = mine and e.patient_id = k.patient_id)
        and exists (select 1 from patients.identity a join patients.identity b
            on b.patient_id = k.target_id and b.hash_version = a.hash_version
          where a.patient_id = k.patient_id and a.institution_id = mine and cardinality(a.name_hashes) > 0
            and a.name_hashes @> b.name_hashes and b.name_hashes @> a.name_hashes)))
    order by k.patient_id, k.claimed_at
  ), held as (
    select p.patient_id from patients.patient p where p.patient_id in (select r.target_id from ready r)
    order by p.patient_id for no key update
  ), opened as (
    update patients.identity_claim k set state = 'OPENED', decided_at = coalesce(k.decided_at, clock_timestamp())
    from ready r where k.id = r.id and r.target_id in (select h.patient_id from held h)
    returning k.target_id, k.patient_id
  ), care as (
    insert into basic.care_relationship (institution_id, patient_id, since)
    select mine, o.target_id, c.since from opened o
    join basic.care_relationship c on c.patient_id = o.patient_id and c.institution_id = mine on conflict do nothing
  )
  select o.target_id, o.patient_id from opened o;
end
$$;
revoke execute on function patients.settle_claims(uuid[], uuid[]) from public;
