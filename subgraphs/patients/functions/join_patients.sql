-- After the institution's rows of one patient were moved to another: its keys and identifiers mean the other one, and the
-- patient goes whom no institution cares for any more. What other institutions reported of that patient stays theirs.
create or replace function patients.join_patients("left" uuid, kept uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  if (select count(*) from basic.care_relationship c
      where c.institution_id = mine and c.patient_id in ("left", kept)) <> 2 then
    raise exception 'The patients are not in the care of this institution.' using errcode = '42501';
  end if;
  -- Whoever is restricted stays restricted.
  insert into basic.restricted_patient (institution_id, patient_id, kind, marked_by, marked_at)
  select r.institution_id, kept, r.kind, r.marked_by, r.marked_at from basic.restricted_patient r
  where r.institution_id = mine and r.patient_id = "left"
  on conflict do nothing;
  delete from basic.restricted_patient r where r.institution_id = mine and r.patient_id = "left";
  update patients.patient_source s set patient_id = kept where s.institution_id = mine and s.patient_id = "left";
  insert into patients.patient_alias (institution_id, alias, patient_id)
  select mine, a.alias, kept from patients.patient_alias a where a.institution_id = mine and a.patient_id = "left"
  on conflict do nothing;
  delete from patients.patient_alias a where a.institution_id = mine and a.patient_id = "left";
  update patients.patient p set last_contact_on = greatest(p.last_contact_on, o.last_contact_on)
  from patients.patient o
  where p.patient_id = kept and o.patient_id = "left" and o.last_contact_on > coalesce(p.last_contact_on, '-infinity');
  delete from basic.care_relationship c where c.institution_id = mine and c.patient_id = "left";
  if not exists (select 1 from basic.care_relationship c where c.patient_id = "left") then
    update patients.national_identity n set patient_id = kept where n.patient_id = "left";
    delete from patients.tumour_at_diagnosis d where d.patient_id = "left";
    delete from patients.patient p where p.patient_id = "left";
  end if;
end
$$;
revoke execute on function patients.join_patients(uuid, uuid) from public;
