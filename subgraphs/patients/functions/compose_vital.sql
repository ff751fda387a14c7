-- The rule of patients.compose_vital_status, for functions of the owner that have asked already whose patients these are. Runs as the caller, who is to be the owner.
create or replace function patients.compose_vital(whose uuid[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  with reported as (
    select r.* from patients.vital_status_report r where r.patient_id = any (whose)
  ), dated as (
    select distinct on (r.patient_id) r.patient_id, r.died_on, r.died_precision from reported r
    where r.vital_status = 'DEAD' and r.died_on is not null
    order by r.patient_id, case r.died_precision when 'day' then 1 when 'month' then 2 else 3 end,
      r.recorded_at desc, r.source_type, r.source_id
  ), caused as (
    select distinct on (r.patient_id) r.patient_id, r.cause_system, r.cause_code, r.cause_display from reported r
    where r.vital_status = 'DEAD' and (r.cause_code is not null or r.cause_display is not null)
    order by r.patient_id, r.recorded_at desc, r.source_type, r.source_id
  ), composed as (
    select p.patient_id,
      case
        when exists (select 1 from reported r where r.patient_id = p.patient_id and r.vital_status = 'DEAD') then 'DEAD'
        when p.last_contact_on is not null
          or exists (select 1 from reported r where r.patient_id = p.patient_id) then 'ALIVE'
        else 'UNKNOWN'
      end as vital_status,
      d.died_on, d.died_precision, c.cause_system, c.cause_code, c.cause_display
    from patients.patient p
    left join dated d using (patient_id) left join caused c using (patient_id)
    where p.patient_id = any (whose)
  )
  update patients.patient p set vital_status = n.vital_status, died_on = n.died_on, died_precision = n.died_precision,
    cause_of_death_system = n.cause_system, cause_of_death_code = n.cause_code, cause_of_death_display = n.cause_display
  from composed n
  where p.patient_id = n.patient_id
    and (p.vital_status, p.died_on, p.died_precision, p.cause_of_death_system, p.cause_of_death_code,
      p.cause_of_death_display) is distinct from
      (n.vital_status, n.died_on, n.died_precision, n.cause_system, n.cause_code, n.cause_display);
end
$$;
revoke execute on function patients.compose_vital(uuid[]) from public;
