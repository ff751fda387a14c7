-- Which patients are one person, composed anew for those given and for whoever is joined with them: the surest pairs first, and
-- nobody through a third. Two groups become one where every patient of the one is joined with every patient of the other; a pair that
-- is joined and whose patients are not one person after that is held. Patients of whom an institution claims that they are one (the same
-- national number and day of birth) count as joined. Runs as the caller, who is to be the owner.
create or replace function patients.compose_persons(touched uuid[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  most constant integer := 30;
  members uuid[];
  pair record;
  one uuid[];
  other uuid[];
begin
  if touched is null then
    return;
  end if;
  with recursive reached(id) as (
    select x.id from (select unnest(touched) as id
      union select l.patient_id from patients.person_link l
        where l.person_id in (select k.person_id from patients.person_link k where k.patient_id = any (touched))) x
    union
    select n.id from reached r cross join lateral (
      select p.high_id as id from patients.match_pair p where p.low_id = r.id and p.state in ('LINKED', 'JOINED')
      union all
      select p.low_id from patients.match_pair p where p.high_id = r.id and p.state in ('LINKED', 'JOINED')) n
  )
  -- No more of a crowd than tells that it is one.
  select array_agg(r.id) into members from (select id from reached limit most + 1) r;

  if cardinality(members) > most then
    delete from patients.person_link l
    where l.person_id in (select k.person_id from patients.person_link k where k.patient_id = any (members));
    update patients.match_pair p set held = 'CROWD'
    where p.state in ('LINKED', 'JOINED') and p.held is distinct from 'CROWD'
      and (p.low_id = any (members) or p.high_id = any (members));
    return;
  end if;

  delete from patients.person_link l where l.patient_id = any (members);
  for pair in
    select p.low_id, p.high_id from patients.match_pair p
    where p.low_id = any (members) and p.state in ('LINKED', 'JOINED')
    order by p.state = 'JOINED' desc, p.weight desc, p.low_id, p.high_id
  loop
    one := patients.joined_with(pair.low_id);
    other := patients.joined_with(pair.high_id);
    continue when one && other or exists (
      select 1 from unnest(one) as a(id) cross join unnest(other) as b(id)
      where not exists (select 1 from patients.match_pair q
          where q.low_id = least(a.id, b.id) and q.high_id = greatest(a.id, b.id) and q.state in ('LINKED', 'JOINED'))
        and not exists (select 1 from patients.identity_claim k
          where (k.patient_id, k.target_id) in ((a.id, b.id), (b.id, a.id)) and k.state in ('WAITING', 'APPROVED')));
    insert into patients.person_link (patient_id, person_id)
    select m.id, (select min(x.id::text)::uuid from unnest(one || other) as x(id)) from unnest(one || other) as m(id)
    on conflict (patient_id) do update set person_id = excluded.person_id;
  end loop;

  update patients.match_pair p set held = v.held
  from (select q.low_id, q.high_id,
      case when a.person_id is not distinct from b.person_id and a.person_id is not null then null else 'CHAIN' end as held
    from patients.match_pair q
    left join patients.person_link a on a.patient_id = q.low_id
    left join patients.person_link b on b.patient_id = q.high_id
    where q.low_id = any (members) and q.state in ('LINKED', 'JOINED')) v
  where p.low_id = v.low_id and p.high_id = v.high_id and p.held is distinct from v.held;
end
$$;
revoke execute on function patients.compose_persons(uuid[]) from public;
