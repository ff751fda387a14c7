-- What `patients.listed` says of a patient, from the rows it sums up. Runs as the caller.
create or replace view patients.to_be_listed with (security_invoker = true) as
select c.institution_id, p.patient_id, coalesce(p.leading_diagnosed_on, date '0001-01-01') as diagnosed_on,
  p.born_on, p.died_on, p.leading_site_group as site_group, p.broad_stage, p.vital_status, p.sex,
  c.institution_id::text || case when p.born_precision = 'day' then array['born ' || p.born_on::text] else '{}' end
  || coalesce((
    select array_agg(distinct h.hash)
    from patients.identity i, unnest(i.name_hashes || i.number_hashes) as h(hash)
    where i.patient_id = p.patient_id), '{}') as keys
from basic.care_relationship c join patients.patient p on p.patient_id = c.patient_id;
