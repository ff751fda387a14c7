-- The first look of an institution's people at each patient whom another institution knows as well, where it fell on these days: for
-- the auditors of those who know the patient (null: of the network). Machines are left out, and looks before the audit had actions.
create or replace function basic.first_cross_institution_accesses(first_day date, last_day date, most integer)
returns table (patient_id uuid, institution_id uuid, account_id text, role text, at timestamptz)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  with looked as (
    select distinct on (w.whose, a.institution_id) w.whose, a.institution_id, a.account_id, a.role, a.at
    from basic.audit a cross join lateral unnest(a.patient_ids) as w(whose)
    where a.action = 'read' and a.role not in ('SYSTEM', 'DATA_MANAGER', 'PRIVACY_OFFICER')
      and a.institution_id is not null and a.institution_id is distinct from mine
      and a.at >= first_day::timestamp at time zone 'Asia/Shanghai'
      and a.at < (last_day + 1)::timestamp at time zone 'Asia/Shanghai'
      and exists (select 1 from basic.care_relationship c where c.patient_id = w.whose and c.institution_id <> a.institution_id
        and (mine is null or c.institution_id = mine))
    order by w.whose, a.institution_id, a.at
  )
  select l.whose, l.institution_id, l.account_id, l.role, l.at from looked l
  where not exists (select 1 from basic.audit b where b.patient_ids @> array[l.whose] and b.action = 'read'
    and b.institution_id = l.institution_id and b.at < l.at and b.role not in ('SYSTEM', 'DATA_MANAGER', 'PRIVACY_OFFICER'))
  order by l.at desc, l.whose limit most;
end
$$;
revoke execute on function basic.first_cross_institution_accesses(date, date, integer) from public;
