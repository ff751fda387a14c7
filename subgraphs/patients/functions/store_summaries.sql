-- Stores the summaries of patients. Runs as the caller: row-level security lets nobody but the owner.
-- seen: [{"patientId", "lastContactOn", "summary"}], the summary null where what it rests on did not change, else
-- {"leadingTumourId", "leadingSiteGroup", "leadingDiagnosedOn", "broadStage", "tumours": [...]}, a tumour by the columns
-- of patients.tumour_at_diagnosis.
create or replace function patients.store_summaries(seen jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update patients.patient p set
    leading_tumour_id = n.leading_tumour_id, leading_site_group = n.leading_site_group,
    leading_diagnosed_on = n.leading_diagnosed_on, broad_stage = n.broad_stage,
    last_contact_on = n.last_contact_on, vital_status = n.vital_status
  from (
    select o.patient_id,
      case when r.summary is null then o.leading_tumour_id else (r.summary ->> 'leadingTumourId')::uuid end as leading_tumour_id,
      case when r.summary is null then o.leading_site_group else r.summary ->> 'leadingSiteGroup' end as leading_site_group,
      case when r.summary is null then o.leading_diagnosed_on else (r.summary ->> 'leadingDiagnosedOn')::date end as leading_diagnosed_on,
      case when r.summary is null then o.broad_stage else r.summary ->> 'broadStage' end as broad_stage,
      -- Nobody is met after death, whose day may be any of the month or year it is known to; a submission that met nobody makes no contact (`least` would take the death for one).
      case when r."lastContactOn" is null then o.last_contact_on
        else greatest(o.last_contact_on, least(r."lastContactOn", case o.died_precision
            when 'year' then (o.died_on + interval '1 year' - interval '1 day')::date
            when 'month' then (o.died_on + interval '1 month' - interval '1 day')::date
            else o.died_on end)) end as last_contact_on,
      case when o.vital_status = 'UNKNOWN' and r."lastContactOn" is not null then 'ALIVE' else o.vital_status end as vital_status
    from (select "patientId", max("lastContactOn") as "lastContactOn", (array_agg(summary) filter (where summary is not null))[1] as summary
      from jsonb_to_recordset(seen) as r("patientId" uuid, "lastContactOn" date, summary jsonb) group by 1) r
    join patients.patient o on o.patient_id = r."patientId"
  ) n
  where p.patient_id = n.patient_id
    and (p.leading_tumour_id, p.leading_site_group, p.leading_diagnosed_on, p.broad_stage, p.last_contact_on, p.vital_status)
      is distinct from
      (n.leading_tumour_id, n.leading_site_group, n.leading_diagnosed_on, n.broad_stage, n.last_contact_on, n.vital_status);

  delete from patients.tumour_at_diagnosis d
  using jsonb_to_recordset(seen) as r("patientId" uuid, summary jsonb)
  where d.patient_id = r."patientId" and r.summary is not null
    and not exists (select 1 from jsonb_array_elements(r.summary -> 'tumours') as e(one) where (e.one ->> 'tumourId')::uuid = d.tumour_id);

  insert into patients.tumour_at_diagnosis as d (patient_id, tumour_id, stage_group, broad_stage, axis, classification,
    stage_id, t, n, m, tnm, age, behaviour, case_id, found_grade, found_morphology, found_site_group, found_histology, explanation, rule_version)
  select r."patientId", t."tumourId", t."stageGroup", t."broadStage", t.axis, t.classification, t."stageId",
    t.t, t.n, t.m, t.tnm, t.age, t.behaviour, t."caseId",
    t."foundGrade", t."foundMorphology", t."foundSiteGroup", t."foundHistology", t.explanation, t."ruleVersion"
  from jsonb_to_recordset(seen) as r("patientId" uuid, summary jsonb)
  cross join lateral jsonb_to_recordset(r.summary -> 'tumours') as t("tumourId" uuid, "stageGroup" text, "broadStage" text,
    axis text, classification text, "stageId" uuid, t text, n text, m text, tnm text, age smallint,
    behaviour text, "caseId" uuid, "foundGrade" text, "foundMorphology" text, "foundSiteGroup" text, "foundHistology" text, explanation jsonb,
    "ruleVersion" smallint)
  where r.summary is not null
  order by 1, 2
  on conflict (patient_id, tumour_id) do update set stage_group = excluded.stage_group, broad_stage = excluded.broad_stage,
    axis = excluded.axis, classification = excluded.classification, stage_id = excluded.stage_id, t = excluded.t,
    n = excluded.n, m = excluded.m, tnm = excluded.tnm, age = excluded.age, behaviour = excluded.behaviour,
    case_id = excluded.case_id, found_grade = excluded.found_grade, found_morphology = excluded.found_morphology,
    found_site_group = excluded.found_site_group, found_histology = excluded.found_histology, explanation = excluded.explanation,
    rule_version = excluded.rule_version
  where (d.stage_group, d.broad_stage, d.axis, d.classification, d.stage_id, d.t, d.n, d.m, d.tnm, d.age, d.behaviour, d.case_id,
      d.found_grade, d.found_morphology, d.found_site_group, d.found_histology, d.explanation, d.rule_version)
    is distinct from (excluded.stage_group, excluded.broad_stage, excluded.axis, excluded.classification, excluded.stage_id,
      excluded.t, excluded.n, excluded.m, excluded.tnm, excluded.age, excluded.behaviour, excluded.case_id,
      excluded.found_grade, excluded.found_morphology, excluded.found_site_group, excluded.found_histology, excluded.explanation, excluded.rule_version);
end
$$;
revoke execute on function patients.store_summaries(jsonb) from public;
