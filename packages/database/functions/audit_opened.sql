-- Which patients the accounts of an institution opened one by one (not those that stood in a list), the latest first.
create or replace function basic.audit_opened(of_institution uuid, first_day date, last_day date, most integer)
returns table (account_id text, role text, patient_id uuid, requests integer, first_at timestamptz, last_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  select a.account_id, a.role, a.patient_ids[1], count(distinct a.request_id)::int, min(a.at), max(a.at)
  from basic.audit a
  where a.institution_id = coalesce(mine, of_institution) and a.action = 'read' and a.role <> 'SYSTEM'
    and cardinality(a.patient_ids) = 1
    and a.at >= first_day::timestamp at time zone 'Asia/Shanghai'
    and a.at < (last_day + 1)::timestamp at time zone 'Asia/Shanghai'
    and basic.audited_patient(mine, a.patient_ids[1])
  group by a.account_id, a.role, a.patient_ids[1]
  order by max(a.at) desc, a.account_id, a.patient_ids[1]
  limit most;
end
$$;
revoke execute on function basic.audit_opened(uuid, date, date, integer) from public;
