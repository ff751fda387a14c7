-- Moves everything that an institution holds of one patient to another, whom it cares for from then on. For functions of the
-- owner that have asked already whether it may be. Runs as the caller, who is to be the owner.
create or replace function patients.move_institution(of_institution uuid, "left" uuid, kept uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Held in one order, as claims hold them.
  perform 1 from patients.patient p where p.patient_id in ("left", kept) order by p.patient_id for update;
  insert into patients.patient (patient_id, institution_id, sex, born_on, born_precision, residence_code, vital_status, in_use,
    content_hash, submission_id, recorded_at)
  select kept, d.institution_id, d.sex, d.born_on, d.born_precision, d.residence_code, 'UNKNOWN', d.in_use,
    d.content_hash, d.submission_id, d.recorded_at
  from patients.demographics d where d.patient_id = "left" and d.institution_id = of_institution
  on conflict do nothing;
  insert into basic.care_relationship (institution_id, patient_id, since)
  select c.institution_id, kept, c.since from basic.care_relationship c
  where c.institution_id = of_institution and c.patient_id = "left"
  on conflict do nothing;
  perform basic.move_records(of_institution, "left", kept);
  perform patients.move_keys(of_institution, "left", kept);
end
$$;
revoke execute on function patients.move_institution(uuid, uuid, uuid) from public;
