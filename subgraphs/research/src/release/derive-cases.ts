/** The middle of what is known: the 15th of a month. Null where only the year is. */
const mid = (on: string, precision: string): string =>
  `case ${precision} when 'year' then null when 'month' then ${on} + 14 else ${on} end`;

/**
 * Days between two dates of which either may be known to the month only: within one month they are
 * none, so that the middle of a month never lies after what followed it.
 */
const daysBetween = (from: string, to: string): string =>
  `case when ${to} < ${from} and date_trunc('month', ${to}) = date_trunc('month', ${from}) then 0
    else date_diff('day', ${from}, ${to}) end`;

/** Statements that make persons and cases from the extracts; the parameter of the first is the secret. */
export const personSteps: readonly string[] = [
  // Reports of a primary, what is dated before birth or after death counted as undated.
  `create table report as
    select t.*, p.sex, p.born_on, p.residence, i.province, i.tier,
      case when t.diagnosed_on >= coalesce(p.born_on, date '1880-01-01') and t.diagnosed_on <= current_date
        and (p.died_on is null or t.diagnosed_on <= p.died_on + case p.died_precision when 'year' then 365 when 'month' then 31 else 0 end)
        then t.diagnosed_on end as dated
    from tumour t join patient p using (patient_id) left join institution i on i.id = t.institution_id`,
  // The earliest is the one that surely was first: a year alone counts as its end.
  `create table ordered as
    select *, row_number() over (partition by patient_id, site_group order by
      dated + case diagnosed_precision when 'year' then 364 when 'month' then 29 else 0 end nulls last,
      institution_id, source_id) as place
    from report`,
];

/**
 * Keys are ranks by a hash with a secret that is forgotten: nothing leads back from them. What disclosure control knows a
 * person by is made of a hash with the installation's secret, the second parameter, which stays.
 */
export const keyStep = `create table person as
  select patient_id, (row_number() over (order by sha256($1 || patient_id::varchar)))::integer as person_key,
    (cast('0x' || left(sha256($2 || patient_id::varchar), 8) as bigint) - 2147483648)::integer as lasting_key
  from (select distinct patient_id from report)`;

export const caseSteps: readonly string[] = [
  `create table bare as
    select k.person_key, o.patient_id, o.site_group, any_value(o.sex) as sex, any_value(o.born_on) as born_on,
      any_value(o.residence) as residence,
      arg_min(o.dated, o.place) as dated,
      arg_min(case when o.dated is null then null else coalesce(o.diagnosed_precision, 'day') end, o.place) as precision,
      arg_min(o.province, o.place) as province, arg_min(o.tier, o.place) as tier,
      count(distinct o.institution_id)::smallint as institutions,
      arg_min(o.topography, o.place) as topography, arg_min(o.morphology, o.place) as morphology,
      arg_min(o.grade, o.place) as grade, arg_min(o.laterality, o.place) as laterality,
      -- Of the first report whole: what it does not know is not taken from another.
      arg_min({'stage': o.stage, 'grouped': o.stage_group, 'basis': o.stage_basis, 't': o.t, 'n': o.n, 'm': o.m,
        'age': case when o.dated is not null then o.age end}, o.place) as first,
      -- The most valid of the reports (IARC): codes rise with validity, but for 9, which says nothing.
      arg_max(o.basis_of_diagnosis, case o.basis_of_diagnosis when '9' then -1 else o.basis_of_diagnosis::integer end) as basis_of_diagnosis
    from ordered o join person k using (patient_id) group by k.person_key, o.patient_id, o.site_group`,
  `create table numbered as
    select *, ${mid('dated', 'precision')} as began,
      row_number() over (partition by person_key order by dated nulls last, site_group)::smallint as case_number,
      count(*) over (partition by person_key)::smallint as cases
    from bare`,
  `create table treated as
    select patient_id, bool_or(kind = 'SURGERY') as surgery, bool_or(kind = 'RADIOTHERAPY') as radiotherapy,
      bool_or(kind = 'SYSTEMIC') as systemic
    from treatment group by patient_id`,
  `create table back as
    select n.person_key, n.case_number, min(d.assessed_on) as on_day
    from numbered n join disease_status d on d.patient_id = n.patient_id
    where d.trend in ('RECURRED', 'PROGRESSED') and d.assessed_on >= n.began and coalesce(d.assessed_precision, 'day') = 'day'
    group by 1, 2`,
  // How long each person was seen.
  `create table ended as
    select patient_id, vital_status,
      case when vital_status = 'DEAD' then ${mid('died_on', "coalesce(died_precision, 'day')")} else last_contact_on end as on_day,
      case when vital_status <> 'DEAD' or cause is null then null
        when regexp_matches(cause, '^[A-Z][0-9][0-9A-Z]$') then cause between 'C00' and 'D48' end as cancer_death
    from patient`,
];

/** The released tables `persons` and `cases`. */
export const releasedCases: readonly string[] = [
  `create table released_cases as
    with plausible as (
      select *, case when first.age between 0 and 120 then first.age end as whole from numbered)
    select n.person_key, k.record_key, n.case_number, n.cases = 1 as only_case, n.sex,
      case when n.whole is not null then least(n.whole, 90)::smallint end as age,
      case when n.whole is not null then (least(n.whole, 85)::integer // 5 * 5)::smallint end as age_group,
      date_part('year', n.dated)::smallint as diagnosis_year,
      case when n.precision <> 'year' then date_part('month', n.dated)::smallint end as diagnosis_month,
      n.province, n.residence, n.tier as institution_tier, n.institutions, n.site_group, n.topography,
      nullif(left(n.morphology, 4), '') as histology,
      case when n.morphology like '____/_%' then substr(n.morphology, 6, 1) end as behaviour,
      n.grade, n.laterality, n.basis_of_diagnosis, coalesce(n.first.stage, 'UNKNOWN') as stage, n.first.grouped as stage_group,
      n.first.basis as stage_basis, n.first.t, n.first.n, n.first.m,
      coalesce(r.surgery, false) as surgery, coalesce(r.radiotherapy, false) as radiotherapy,
      coalesce(r.systemic, false) as systemic,
      case when ${daysBetween('n.began', 'e.on_day')} >= 0 then ${daysBetween('n.began', 'e.on_day')} end::integer as survival_days,
      e.vital_status = 'DEAD' as died, e.cancer_death,
      date_diff('day', n.began, b.on_day)::integer as recurrence_days
    from plausible n
    join record_key k on k.person_key = n.person_key
    left join treated r on r.patient_id = n.patient_id
    left join ended e on e.patient_id = n.patient_id
    left join back b on b.person_key = n.person_key and b.case_number = n.case_number`,
  // The day counted from in everything of the person; where the day is not known, nothing is counted.
  `create table origin as
    select patient_id, person_key, arg_min(began, case_number) filter (where case_number = 1) as began,
      arg_min(site_group, case_number) as site_group
    from numbered group by 1, 2`,
  `create table released_persons as
    select o.person_key, any_value(c.sex) as sex, count(*)::smallint as cases,
      min(c.diagnosis_year) as first_year, any_value(e.vital_status) as vital_status,
      any_value(case when ${daysBetween('o.began', 'e.on_day')} >= 0 then ${daysBetween('o.began', 'e.on_day')} end)::integer as followup_days
    from origin o join released_cases c using (person_key) join ended e using (patient_id)
    group by o.person_key`,
];
