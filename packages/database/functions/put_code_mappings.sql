-- Adds mappings of an institution's own codes: [{"domain", "system", "code", "display", "targetSystem", "targetCode"}], each in force from
-- now on; one without a target withdraws. One transaction at a time adds them, so that their numbers rise in the order in which they can
-- be seen. A mapping that says what already holds is left out. Records that hold the codes are read again by a job, which is requested
-- under `asked` unless one waits already. @returns how many were added
create or replace function basic.put_code_mappings(whose uuid, mappings jsonb, why text, asked uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.codes', false, 'This session may not map codes.');
  added integer;
begin
  if mine is distinct from whose and current_setting('nodp.national', true) is distinct from 'on' then
    raise exception 'This session may not map codes of another institution.' using errcode = '42501';
  end if;
  lock table basic.code_mapping in share row exclusive mode;
  insert into basic.local_code (institution_id, domain, system, code, display)
  select whose, m.domain, m.system, m.code, m.display
  from jsonb_to_recordset(mappings) as m(domain text, system text, code text, display text)
  order by 2, 3, 4 on conflict do nothing;
  insert into basic.code_mapping (institution_id, domain, system, code, target_system, target_code, reason, account_id)
  select whose, m.domain, m.system, m.code, m."targetSystem", m."targetCode", why, current_setting('nodp.account', true)
  from jsonb_to_recordset(mappings) as m(domain text, system text, code text, "targetSystem" text, "targetCode" text)
  left join lateral (select c.target_system, c.target_code from basic.code_mapping c
    where (c.institution_id, c.domain, c.system, c.code) = (whose, m.domain, m.system, m.code)
    order by c.id desc limit 1) known on true
  where (known.target_system, known.target_code) is distinct from (m."targetSystem", m."targetCode");
  get diagnostics added = row_count;
  if added > 0 then
    insert into basic.job (id, kind, requested_by)
    select asked, 'read-again', current_setting('nodp.account', true)
    where not exists (select 1 from basic.job j where j.kind = 'read-again' and j.state = 'REQUESTED');
  end if;
  return added;
end
$$;
revoke execute on function basic.put_code_mappings(uuid, jsonb, text, uuid) from public;
