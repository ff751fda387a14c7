-- Numbers that the institution's keys came with before and that are others now: what a wrong number joined is parted, once every
-- key that the institution has for the patient was corrected (its rows do not say under which of several they came). The parted
-- patient has the id that it had before it was joined. A number that nobody gives any more names nobody. For patients.claim_patients.
-- @returns each key whose patient was parted, with the patient that was left Runs as the caller, who is to be the owner.
create or replace function patients.correct_numbers(mine uuid, claims jsonb) returns table (key text, parted uuid)
language plpgsql rows 10 set search_path = pg_catalog, pg_temp as $$
declare
  c record;
  own uuid;
begin
  for c in
    select s.source_id, s.patient_id, stated.former, r.national
    from jsonb_to_recordset(claims) as r(key text, national text, plain text, candidate uuid)
    join patients.patient_source s on s.institution_id = mine and s.source_id = r.key
    -- Keys stored before numbers were retained with them: joined they were by the only one that the patient has.
    cross join lateral (select coalesce(s.national_hash, (select min(n.identity_hash) from patients.national_identity n
      where n.patient_id = s.patient_id having count(*) = 1)) as former) stated
    where r.national is not null and r.candidate is not null and stated.former not in (r.national, r.plain)
    order by s.patient_id, s.source_id
  loop
    update patients.patient_source s set national_hash = c.national
    where s.institution_id = mine and s.source_id = c.source_id;
    if exists (select 1 from patients.patient_source s where s.institution_id = mine and s.patient_id = c.patient_id
        and coalesce(s.national_hash, c.former) = c.former) then
      continue;
    end if;
    update patients.identity_claim k set state = 'WITHDRAWN', decided_at = now(), decided_institution = mine
    from patients.national_identity n
    where k.institution_id = mine and k.patient_id = c.patient_id and k.state in ('WAITING', 'APPROVED')
      and n.identity_hash = c.former and k.target_id = n.patient_id;
    if exists (select 1 from basic.care_relationship o where o.patient_id = c.patient_id and o.institution_id = mine)
      and exists (select 1 from basic.care_relationship o where o.patient_id = c.patient_id and o.institution_id <> mine)
      and not exists (select 1 from patients.national_identity n where n.identity_hash = c.national and n.patient_id = c.patient_id) then
      own := patients.former_patient(mine, c.patient_id);
      perform patients.move_institution(mine, c.patient_id, own);
      insert into patients.identity_claim (institution_id, patient_id, target_id, account_id, state, decided_by, decided_at, decided_institution)
      values (mine, own, c.patient_id, current_setting('nodp.account', true), 'WITHDRAWN', current_setting('nodp.account', true), now(), mine)
      on conflict (institution_id, patient_id, target_id) do update set state = 'WITHDRAWN', decided_by = excluded.decided_by,
        decided_at = excluded.decided_at, decided_institution = mine, reason = null;
      key := c.source_id;
      parted := c.patient_id;
      return next;
    end if;
    delete from patients.national_identity n
    where n.identity_hash = c.former and n.patient_id = c.patient_id
      and not exists (select 1 from patients.patient_source s where s.patient_id = c.patient_id
        and coalesce(s.national_hash, c.former) = c.former);
  end loop;
end
$$;
revoke execute on function patients.correct_numbers(uuid, jsonb) from public;
