-- Looks at an institution's restricted patients, by whichever institution's accounts: one row an account, patient and day of
-- the national calendar, with its review; of patients whose mark was lifted, the looks until then. Machines are left out.
create or replace function basic.restricted_patient_accesses(first_day date, last_day date, open_only boolean, most integer)
returns table (patient_id uuid, kind text, account_id text, role text, institution_id uuid, day text, requests integer,
  opened integer, reviewed_by text, reviewed_at timestamptz, verdict text, remark text)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select l.patient_id, l.kind, l.account_id, l.role, l.institution_id, l.day, l.requests, l.opened,
    v.reviewed_by, v.reviewed_at, v.verdict, v.remark
  from (
    select r.institution_id as marked_at, r.patient_id, r.kind, a.account_id, a.role, a.institution_id,
      ((a.at at time zone 'Asia/Shanghai')::date)::text as day, count(distinct a.request_id)::int as requests,
      (count(distinct a.request_id) filter (where cardinality(a.patient_ids) = 1))::int as opened
    from basic.restricted_patient r
    join basic.audit a on a.patient_ids @> array[r.patient_id]
    where (mine is null or r.institution_id = mine) and a.action = 'read' and a.role not in ('SYSTEM', 'DATA_MANAGER', 'PRIVACY_OFFICER')
      and (r.lifted_at is null or a.at < r.lifted_at)
      and a.at >= first_day::timestamp at time zone 'Asia/Shanghai'
      and a.at < (last_day + 1)::timestamp at time zone 'Asia/Shanghai'
    group by 1, 2, 3, 4, 5, 6, 7
  ) l
  left join basic.restricted_access_review v on v.institution_id = l.marked_at and v.patient_id = l.patient_id
    and v.account_id = l.account_id and v.day = l.day
  where not open_only or v.reviewed_at is null
  order by l.day desc, l.account_id, l.patient_id limit most;
end
$$;
revoke execute on function basic.restricted_patient_accesses(date, date, boolean, integer) from public;
