-- After an institution's rows of one patient went to another: its keys, marks and evidence of care are the other one's, numbers
-- that no one else gave of the patient that was left follow, and the patient goes whom no institution cares for any more. Both
-- are composed anew. For functions of the owner that have asked already whether it may be. Runs as the caller, who is to be the owner.
create or replace function patients.move_keys(mine uuid, "left" uuid, kept uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Whoever is restricted stays restricted.
  insert into basic.restricted_patient as k (institution_id, patient_id, kind, marked_by, marked_at, lifted_by, lifted_at)
  select r.institution_id, kept, r.kind, r.marked_by, r.marked_at, r.lifted_by, r.lifted_at from basic.restricted_patient r
  where r.institution_id = mine and r.patient_id = "left"
  on conflict (institution_id, patient_id) do update set kind = excluded.kind, marked_by = excluded.marked_by,
    marked_at = excluded.marked_at, lifted_by = null, lifted_at = null
  where k.lifted_at is not null and excluded.lifted_at is null;
  delete from basic.restricted_patient r where r.institution_id = mine and r.patient_id = "left";
  insert into patients.care_evidence (institution_id, patient_id, since)
  select mine, kept, e.since from patients.care_evidence e where e.institution_id = mine and e.patient_id = "left"
  on conflict do nothing;
  delete from patients.care_evidence e where e.institution_id = mine and e.patient_id = "left";
  -- Before the care ends: what waits by a link goes on, since the person is cared for.
  perform basic.move_entered(mine, "left", kept);
  update patients.prognosis_entry e set patient_id = kept where e.institution_id = mine and e.patient_id = "left";
  update patients.patient_source s set patient_id = kept where s.institution_id = mine and s.patient_id = "left";
  insert into patients.patient_alias (institution_id, alias, patient_id)
  select mine, a.alias, kept from patients.patient_alias a where a.institution_id = mine and a.patient_id = "left"
  on conflict do nothing;
  delete from patients.patient_alias a where a.institution_id = mine and a.patient_id = "left";
  insert into patients.match_key (patient_id, institution_id, keys, written, sound, identity_hash, version)
  select kept, mine, k.keys, k.written, k.sound, k.identity_hash, k.version from patients.match_key k
  where k.institution_id = mine and k.patient_id = "left"
  on conflict do nothing;
  delete from patients.match_key k where k.institution_id = mine and k.patient_id = "left";
  delete from basic.care_relationship c where c.institution_id = mine and c.patient_id = "left";
  update patients.national_identity n set patient_id = kept
  where n.patient_id = "left"
    and exists (select 1 from patients.patient_source s where s.patient_id = kept and s.national_hash = n.identity_hash)
    and not exists (select 1 from patients.patient_source s where s.patient_id = "left" and s.national_hash = n.identity_hash);
  perform patients.compose_vital(array["left", kept]);
  perform patients.compose_demographics(array["left", kept]);
  perform patients.compose_vital(array["left", kept]);
  if not exists (select 1 from basic.care_relationship c where c.patient_id = "left") then
    update patients.national_identity n set patient_id = kept where n.patient_id = "left";
    delete from patients.tumour_at_diagnosis d where d.patient_id = "left";
    delete from patients.recurrence_alert a where a.patient_id = "left";
    delete from patients.stage_finding f where f.patient_id = "left";
    delete from patients.indicator_result i where i.patient_id = "left";
    delete from patients.indicator_recheck l where l.patient_id = "left";
    delete from followup.screening_standing s where s.patient_id = "left";
    update patients.task_act a set patient_id = kept from patients.task t
    where t.patient_id = "left" and a.patient_id = "left" and a.task_id = t.id
      and not exists (select 1 from patients.task k where k.patient_id = kept and k.institution_id = t.institution_id
        and k.kind = t.kind and k.subject = t.subject);
    update patients.task t set patient_id = kept where t.patient_id = "left"
      and not exists (select 1 from patients.task k where k.patient_id = kept and k.institution_id = t.institution_id
        and k.kind = t.kind and k.subject = t.subject);
    delete from patients.task_act a where a.patient_id = "left";
    delete from patients.task t where t.patient_id = "left";
    delete from patients.task_recheck l where l.patient_id = "left";
    delete from patients.patient p where p.patient_id = "left";
    -- Whom it may be is found anew of the patient that stays.
    delete from patients.match_pair p where p.low_id = "left";
    delete from patients.match_pair p where p.high_id = "left";
    perform patients.compose_persons(array["left", kept]);
  end if;
end
$$;
revoke execute on function patients.move_keys(uuid, uuid, uuid) from public;
