-- The one rule by which a patient's sex, birth, residence and last contact follow from what institutions say (patients.demographics).
--   registrar     the institution that registered the person, as long as it says anything; else the one that has known the person longest.
--   sex, birth    the registrar's word where it says them; else of the institution that has known the person longest and says them.
--   residence     the latest word that names one.
--   in use        unless every institution says that its record is no longer in use.
--   last contact  the latest of any institution's, not after the death. Runs as the caller, who is to be the owner.
create or replace function patients.compose_demographics(whose uuid[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  with said as (
    select d.*, row_number() over (partition by d.patient_id
      order by d.institution_id = p.institution_id desc, c.since nulls last, d.institution_id) as rank,
      least(d.last_contact_on, case p.died_precision
        when 'year' then (p.died_on + interval '1 year' - interval '1 day')::date
        when 'month' then (p.died_on + interval '1 month' - interval '1 day')::date
        else p.died_on end) as seen_on
    from patients.demographics d join patients.patient p using (patient_id)
    left join basic.care_relationship c on c.patient_id = d.patient_id and c.institution_id = d.institution_id
    where d.patient_id = any (whose)
  ), composed as (
    select s.patient_id,
      (array_agg(s.institution_id order by s.rank))[1] as registrar,
      coalesce((array_agg(s.sex order by s.rank) filter (where s.sex <> 'UNKNOWN'))[1], 'UNKNOWN') as sex,
      (array_agg(s.born_on order by s.rank) filter (where s.born_on is not null))[1] as born_on,
      (array_agg(s.born_precision order by s.rank) filter (where s.born_on is not null))[1] as born_precision,
      (array_agg(s.residence_code order by s.recorded_at desc, s.rank) filter (where s.residence_code is not null))[1] as residence_code,
      bool_or(s.in_use) as in_use, max(s.seen_on) as last_contact_on,
      (array_agg(s.content_hash order by s.recorded_at desc, s.rank))[1] as content_hash,
      (array_agg(s.submission_id order by s.recorded_at desc, s.rank))[1] as submission_id,
      max(s.recorded_at) as recorded_at
    from said s group by s.patient_id
  )
  update patients.patient p set institution_id = n.registrar, sex = n.sex, born_on = n.born_on, born_precision = n.born_precision,
    residence_code = n.residence_code, in_use = n.in_use, last_contact_on = n.last_contact_on, content_hash = n.content_hash,
    submission_id = n.submission_id, recorded_at = n.recorded_at
  from composed n
  where p.patient_id = n.patient_id
    and (p.institution_id, p.sex, p.born_on, p.born_precision, p.residence_code, p.in_use, p.last_contact_on, p.content_hash, p.submission_id)
      is distinct from (n.registrar, n.sex, n.born_on, n.born_precision, n.residence_code, n.in_use, n.last_contact_on,
        n.content_hash, n.submission_id);
end
$$;
revoke execute on function patients.compose_demographics(uuid[]) from public;
