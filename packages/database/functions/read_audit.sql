-- The access audit, newest first, as far as the session may read it. An institution reads what its accounts did, and of a
-- patient in its care every account's looks; of those of other institutions only that there was one. The network's
-- auditors read everything.
-- asked: {"account", "patient", "institution", "actions": [], "from", "to", "afterAt", "afterId"}, each of them optional.
create or replace function basic.read_audit(asked jsonb, most integer)
returns table (id uuid, at timestamptz, account_id text, role text, institution_id uuid, action text, operation text, purpose text,
  patients integer, patient_ids uuid[], request_id text, caller_request_id text, detail jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
  whose uuid := (asked ->> 'patient')::uuid;
  conditions text := 'true';
begin
  if whose is not null then
    if not basic.audited_patient(mine, whose) then
      return;
    end if;
    conditions := conditions || ' and a.patient_ids @> array[$3]';
  elsif mine is not null then
    conditions := conditions || ' and a.institution_id = $2';
  end if;
  -- Only what is asked is in the statement, so that the planner finds the index of what is asked.
  if asked ->> 'account' is not null then
    conditions := conditions || ' and a.account_id = $1 ->> ''account''';
  end if;
  if asked ->> 'institution' is not null then
    conditions := conditions || ' and a.institution_id = ($1 ->> ''institution'')::uuid';
  end if;
  if asked ->> 'actions' is not null then
    conditions := conditions || ' and a.action = any (array(select jsonb_array_elements_text($1 -> ''actions'')))';
  end if;
  if asked ->> 'from' is not null then
    conditions := conditions || ' and a.at >= ($1 ->> ''from'')::timestamptz';
  end if;
  if asked ->> 'to' is not null then
    conditions := conditions || ' and a.at < ($1 ->> ''to'')::timestamptz';
  end if;
  if asked ->> 'afterAt' is not null then
    conditions := conditions || ' and (a.at, a.id) < (($1 ->> ''afterAt'')::timestamptz, ($1 ->> ''afterId'')::uuid)';
  end if;
  return query execute format($query$
    with page as (select a.* from basic.audit a where %s order by a.at desc, a.id desc limit $4)
    select p.id, p.at, p.account_id, p.role, p.institution_id, p.action, coalesce(p.operation, ''), p.purpose,
      case when own then cardinality(p.patient_ids) else 1 end,
      case when not own then array[$3] else array(
        select w from unnest(p.patient_ids) as w where $2 is null or basic.audited_patient($2, w) limit 200) end,
      p.request_id, case when own then p.caller_request_id end, case when own then p.detail end
    from page p, lateral (select $2 is null or p.institution_id is not distinct from $2 as own) o
    order by p.at desc, p.id desc $query$, conditions)
  using asked, mine, whose, most;
end
$$;
revoke execute on function basic.read_audit(jsonb, integer) from public;
