-- What every institution says of who a person is, for a data manager of an institution that knows the person: the person's own
-- institutions, and those whose patient claims to be the person or was parted from it. Of a patient that was parted both sides are
-- shown, since both knew the whole; of a claim that waits only the side that was claimed sees the other.
create or replace function patients.read_statements(whose uuid)
returns table (patient_id uuid, institution_id uuid, ciphertext bytea, sex text, born_on date, born_precision text,
  residence_code text, recorded_at timestamptz, since timestamptz, life jsonb, claim jsonb)
language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  if not basic.audited_patient(mine, whose) then
    return;
  end if;
  return query
  with persons as (
    select whose as id
    union select k.patient_id from patients.identity_claim k
      where k.target_id = whose and k.state in ('WAITING', 'APPROVED', 'DECLINED', 'PARTED')
    union select k.target_id from patients.identity_claim k where k.patient_id = whose and k.state = 'PARTED'
  )
  select d.patient_id, d.institution_id, i.ciphertext, d.sex, d.born_on, d.born_precision, d.residence_code, d.recorded_at, c.since,
    (select jsonb_build_object('vitalStatus', r.vital_status, 'diedOn', r.died_on, 'diedPrecision', r.died_precision)
      from patients.vital_status_report r where r.patient_id = d.patient_id and r.institution_id = d.institution_id
      order by r.vital_status = 'DEAD' desc, r.recorded_at desc limit 1),
    (select jsonb_build_object('id', k.id, 'institutionId', k.institution_id, 'targetId', k.target_id, 'accountId', k.account_id,
        'claimedAt', k.claimed_at, 'state', k.state, 'decidedBy', k.decided_by, 'decidedAt', k.decided_at, 'reason', k.reason)
      from patients.identity_claim k
      where k.institution_id = d.institution_id and (k.patient_id = d.patient_id or k.target_id = d.patient_id and k.state = 'OPENED')
        and k.target_id in (select p.id from persons p)
      order by k.claimed_at desc limit 1)
  from persons p join patients.demographics d on d.patient_id = p.id
  join basic.care_relationship c on c.patient_id = d.patient_id and c.institution_id = d.institution_id
  left join patients.identity i on i.patient_id = d.patient_id and i.institution_id = d.institution_id
  order by d.patient_id <> whose, c.since, d.institution_id;
end
$$;
revoke execute on function patients.read_statements(uuid) from public;
