-- What lists show, from the rows it sums up. seen: [{"patientId", "lastContactOn"}].
-- The leading tumour is the latest primary, else the latest. Its stage is the one at diagnosis:
-- pathological before clinical before unsaid, the earliest of each, none after treatment or recurrence.
create or replace function patients.renew_summaries(seen jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  with sent as (
    select r."patientId" as patient_id, max(r."lastContactOn") as last_contact_on
    from jsonb_to_recordset(seen) as r("patientId" uuid, "lastContactOn" date)
    where exists (select 1 from basic.care_relationship c
      where c.patient_id = r."patientId" and c.institution_id = mine)
    group by 1
  ), foremost as (
    select distinct on (t.patient_id) t.patient_id, t.id, t.institution_id, t.source_id, t.site_group, t.diagnosed_on,
      count(*) filter (where t.kind = 'PRIMARY') over (partition by t.patient_id) as primaries
    from patients.tumour t join sent on sent.patient_id = t.patient_id
    order by t.patient_id, t.kind = 'PRIMARY' desc, t.diagnosed_on desc nulls last, t.source_id
  ), staged as (
    select distinct on (l.patient_id) l.patient_id, s.broad_stage
    from foremost l join patients.stage s on s.patient_id = l.patient_id
      and (s.institution_id = l.institution_id and s.tumour_source_id = l.source_id
        or s.tumour_source_id is null and l.primaries <= 1)
    where s.axis not in ('T', 'N', 'M') and s.broad_stage <> 'UNKNOWN'
      and coalesce(s.classification, '') in ('p', 'c', '')
    order by l.patient_id, s.tumour_source_id is null,
      case s.classification when 'p' then 1 when 'c' then 2 else 3 end, s.assessed_on nulls last, s.source_id
  )
  update patients.patient p set
    leading_tumour_id = l.id,
    leading_site_group = l.site_group,
    leading_diagnosed_on = l.diagnosed_on,
    broad_stage = coalesce(g.broad_stage, 'UNKNOWN'),
    -- Nobody is met after death; a submission that met nobody makes no contact (`least` would take the death for one).
    last_contact_on = case when sent.last_contact_on is null then p.last_contact_on
      else greatest(p.last_contact_on, least(sent.last_contact_on, p.died_on)) end,
    vital_status = case
      when p.vital_status = 'UNKNOWN' and sent.last_contact_on is not null then 'ALIVE'
      else p.vital_status end
  from sent
  left join foremost l on l.patient_id = sent.patient_id
  left join staged g on g.patient_id = sent.patient_id
  where p.patient_id = sent.patient_id;
end
$$;
revoke execute on function patients.renew_summaries(jsonb) from public;
