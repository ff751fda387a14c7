import { casesOfEvents, isOfCase } from './cases-of-events.ts';
import { costSteps } from './derive-costs.ts';

/** Days between two dates of which either may stand for a month: within one month they are none. */
const daysBetween = (from: string, to: string): string =>
  `case when ${to} < ${from} and date_trunc('month', ${to}) = date_trunc('month', ${from}) then 0
    else date_diff('day', ${from}, ${to}) end`;

/**
 * Keys are ranks by a hash with a secret that is forgotten: nothing leads back from them. What disclosure control knows a
 * person by is made of a hash with the installation's secret, the second parameter, which stays.
 */
export const keyStep = `create table person as
  select patient_id, (row_number() over (order by sha256($1 || patient_id::varchar)))::integer as person_key,
    (cast('0x' || left(sha256($2 || patient_id::varchar), 8) as bigint) - 2147483648)::integer as lasting_key
  from (select patient_id from report where case_id is not null union select patient_id from screening join patient using (patient_id))`;

/** Statements that make cases of the reports (`date-cases.ts`): which are of one was decided when they came. */
export const caseSteps: readonly string[] = [
  // The earliest is the one that surely was first: a year alone counts as its end.
  `create table ordered as
    select *, row_number() over (partition by patient_id, case_id order by
      dated + case diagnosed_precision when 'year' then 183 when 'month' then 14 else 0 end nulls last,
      institution_id, source_id) as place
    from report where case_id is not null`,
  // What a case is (site, topography, histology, grade, side) is of the chosen report whole, and its date, stage, age and
  // institution are of the first one whole: what either does not know is not taken from another.
  `create table found as
    select k.person_key, o.patient_id, o.case_id, any_value(o.sex) as sex,
      any_value(o.residence) as residence, any_value(o.behaviour) as behaviour,
      any_value({'site_group': o.site_group, 'topography': o.topography, 'morphology': o.morphology,
        'histology_sent': o.histology_sent, 'grade': o.grade,
        'laterality': o.laterality}) filter (where o.id = o.case_id) as chosen,
      any_value({'dated': o.dated, 'precision': coalesce(o.diagnosed_precision, 'day'), 'province': o.province,
        'tier': o.tier, 'institution': o.institution, 'stage': o.stage, 'grouped': o.stage_group, 'basis': o.stage_basis, 't': o.t, 'n': o.n, 'm': o.m,
        'age': case when o.dated is not null then o.age end, 'implausible': o.implausible}) filter (where o.place = 1) as first,
      count(distinct o.institution_id)::smallint as institutions,
      min(case o.mode_of_detection when 'SCREENING' then 1 when 'INCIDENTAL' then 2 when 'SYMPTOMS' then 3 end) as detected,
      min(o.received_on) as received_on,
      -- The most valid of the reports (IARC): codes rise with validity, but for 9, which says nothing.
      arg_max(o.basis_of_diagnosis, case o.basis_of_diagnosis when '9' then -1 else o.basis_of_diagnosis::integer end) as basis_of_diagnosis
    from ordered o join person k using (patient_id) group by k.person_key, o.patient_id, o.case_id`,
  // Sex and site that contradict, and sites that no group has, are in no count of cases: the manifest counts them.
  `create table bare as
    select f.*, f.first.dated as dated, f.first.precision as precision, f.chosen.site_group as site_group
    from found f left join contradiction x on x.sex is not distinct from f.sex
      and x.topography is not distinct from f.chosen.topography and x.site_group is not distinct from f.chosen.site_group
    where f.chosen.site_group is not null and not coalesce(x.contradicts, false)`,
  `create table numbered as
    select *, case when precision <> 'year' then dated end as began,
      row_number() over (partition by person_key order by dated nulls last, site_group, chosen.topography, behaviour, case_id)::smallint as case_number,
      count(*) over (partition by person_key)::smallint as cases
    from bare`,
  ...casesOfEvents,
  ...costSteps,
  `create table treated as
    select n.person_key, n.case_number, bool_or(t.kind = 'SURGERY') as surgery, bool_or(t.kind = 'RADIOTHERAPY') as radiotherapy,
      bool_or(t.kind = 'SYSTEMIC') as systemic
    from numbered n join treatment t using (patient_id) left join cases_of_treatment c on c.event = t.rowid
    where ${isOfCase} group by 1, 2`,
  `create table back as
    select n.person_key, n.case_number, min(d.assessed_on) as on_day
    from numbered n join disease_status d on d.patient_id = n.patient_id
    where d.trend in ('RECURRED', 'PROGRESSED') and d.assessed_on >= n.began and coalesce(d.assessed_precision, 'day') = 'day'
    group by 1, 2`,
];

/** How long after the diagnosis the first report was received, for those of whom that can be told by the day of the release. */
const registration = (n: string): string =>
  `case when ${n}.began is null or ${n}.received_on < ${n}.began then null
    when ${n}.began >= (select today from release_day) - 366 then 'TOO_RECENT'
    when ${n}.received_on < ${n}.began + to_months(6) then 'WITHIN_6_MONTHS'
    when ${n}.received_on < ${n}.began + to_months(12) then 'WITHIN_12_MONTHS'
    when ${n}.received_on < ${n}.began + to_months(24) then 'WITHIN_24_MONTHS'
    when ${n}.received_on is not null then 'LATER' end`;

/** Reports that came later than ten years after the diagnosis are not told apart. */
const MOST_REGISTERED = 3_653;
const registeredDays = (n: string): string =>
  `case when ${n}.began is not null and ${n}.received_on >= ${n}.began
    then least(${MOST_REGISTERED}, date_diff('day', ${n}.began, ${n}.received_on))::integer end`;

const days = daysBetween('e.began', 'e.on_day');

/** The released tables `persons` and `cases`, once it is known when each case's time ends (`ended`). */
export const releasedCases: readonly string[] = [
  // The day counted from in everything of the person; where the day is not known, nothing is counted.
  `create table origin as
    select patient_id, person_key, arg_min(began, case_number) filter (where case_number = 1) as began,
      arg_min(site_group, case_number) as site_group
    from numbered group by 1, 2`,
  `create table released_cases as
    with plausible as (
      select *, case when first.age between 0 and 120 then first.age end as whole from numbered),
    timed as (
      select n.person_key, n.case_number, e.placed, e.died, e.on_day, coalesce(e.lost, false) as lost,
        case when n.basis_of_diagnosis = '0' then 'DEATH_CERTIFICATE_ONLY'
          when n.dated is null then 'NO_DATE_OF_DIAGNOSIS'
          when n.began is null then 'DIAGNOSIS_KNOWN_TO_YEAR'
          when e.on_day is null then 'NO_FOLLOW_UP'
          when ${days} < 0 then 'ENDS_BEFORE_DIAGNOSIS' end as untimed,
        ${days} as days
      from numbered n left join ended e using (person_key, case_number))
    select n.person_key, k.record_key, n.case_number, n.cases = 1 as only_case, n.sex,
      case when n.whole is not null then least(n.whole, 90)::smallint end as age,
      case when n.whole is not null then (least(n.whole, 85)::integer // 5 * 5)::smallint end as age_group,
      date_part('year', n.dated)::smallint as diagnosis_year,
      case when n.precision <> 'year' then date_part('month', n.dated)::smallint end as diagnosis_month,
      n.first.province as province, n.residence, n.first.tier as institution_tier, n.first.institution as institution,
      n.institutions, n.site_group,
      n.chosen.topography as topography,
      coalesce(h.code, case when n.chosen.histology_sent is null then nullif(left(n.chosen.morphology, 4), '') end) as histology,
      n.behaviour, coalesce((['SCREENING', 'INCIDENTAL', 'SYMPTOMS'])[n.detected],
        case when s.person_key is not null then 'SCREENING' end) as detection,
      ${registration('n')} as registration, ${registeredDays('n')} as registered_days,
      n.chosen.grade as grade, n.chosen.laterality as laterality, n.basis_of_diagnosis,
      coalesce(n.first.stage, 'UNKNOWN') as stage, n.first.grouped as stage_group,
      n.first.basis as stage_basis, n.first.t as t, n.first.n as n, n.first.m as m,
      coalesce(r.surgery, false) as surgery, coalesce(r.radiotherapy, false) as radiotherapy,
      coalesce(r.systemic, false) as systemic,
      date_diff('day', g.began, n.began)::integer as origin_days,
      case when t.untimed is null then t.days end::integer as survival_days, t.untimed,
      p.vital_status = 'DEAD' and coalesce(t.died, true) as died,
      coalesce(t.placed and t.untimed is null, false) as death_placed,
      case when p.vital_status = 'DEAD' and coalesce(t.died, true) then 'DEAD' when t.on_day is null then null
        when t.lost then 'LOST' else 'ALIVE' end as vital,
      case when p.vital_status <> 'DEAD' or p.cause is null then null
        when regexp_matches(p.cause, '^[A-Z][0-9][0-9A-Z]$') then p.cause between 'C00' and 'D48' end as cancer_death,
      date_diff('day', n.began, b.on_day)::integer as recurrence_days,
      f.direct_cost, f.out_of_pocket_cost
    from plausible n
    join record_key k on k.person_key = n.person_key
    left join sent_histology h on h.name = name_as_sent(n.chosen.histology_sent)
    join timed t on t.person_key = n.person_key and t.case_number = n.case_number
    join patient p on p.patient_id = n.patient_id
    join origin g on g.person_key = n.person_key
    left join screen_detected s on s.person_key = n.person_key and s.case_number = n.case_number
    left join treated r on r.person_key = n.person_key and r.case_number = n.case_number
    left join costs f on f.person_key = n.person_key and f.case_number = n.case_number
    left join back b on b.person_key = n.person_key and b.case_number = n.case_number`,
  `create table released_persons as
    select o.person_key, any_value(c.sex) as sex, count(*)::smallint as cases,
      min(c.diagnosis_year) as first_year, any_value(p.vital_status) as vital_status,
      any_value(case when ${days} >= 0 then ${days} end)::integer as followup_days
    from origin o join released_cases c using (person_key) join patient p using (patient_id)
    left join ended e on e.person_key = o.person_key and e.case_number = 1
    group by o.person_key`,
];

/** What was found wrong or is in no count: a row a finding and case, or result or treatment that no code names. */
export const findings = `
  select implausible as finding, p.person_key from (select distinct patient_id, case_id, implausible from report
    where implausible is not null and case_id is not null) join person p using (patient_id)
  union all select 'sex-contradicts-site', f.person_key from found f join contradiction x
    on x.sex is not distinct from f.sex and x.topography is not distinct from f.chosen.topography
      and x.site_group is not distinct from f.chosen.site_group and x.contradicts
  union all select 'no-site', person_key from found where chosen.site_group is null
  union all select 'no-behaviour', person_key from numbered where behaviour is null
  union all select 'death-placed', person_key from released_cases where death_placed
  union all select 'death-certificate-only', person_key from released_cases where basis_of_diagnosis = '0'
  union all select 'no-residence', person_key from released_cases where residence is null
  union all select * from (
    with told as (
      select 'biomarker' as what, o.person_key, name_as_sent(b.display) as name
      from biomarker b join origin o using (patient_id) left join biomarker_name m on m.system is not distinct from b.system
        and m.code is not distinct from b.code and m.display is not distinct from b.display
      where m.biomarker is null
      union all select 'drug', o.person_key, name_as_sent(t.display) from treatment t join origin o using (patient_id)
      where t.kind = 'SYSTEMIC' and t.drug is null
      union all select 'histology', person_key, name_as_sent(chosen.histology_sent) from numbered
      where chosen.histology_sent is not null)
    select what || '-not-coded', person_key from told
    union all select what || '-' || code, person_key from told join sent_name using (what, name))`;
