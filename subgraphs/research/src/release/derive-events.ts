const known = (on: string, precision: string) =>
  `case coalesce(${precision}, 'day') when 'year' then null when 'month' then ${on} + 14 else ${on} end`;

export const since = (on: string, precision: string) =>
  `date_diff('day', o.began, ${known(on, precision)})::integer`;

/** The day of an instant (seconds since 1970) in the national calendar, eight hours ahead of UTC. */
const nationalDay = (at: string) => `make_date(((${at} + 28800) // 86400)::integer)`;

/** A code, or the name that stands for it where the terminology knows none. */
const coded = (what: string, code: string, display: string) =>
  `coalesce(${code}, (select s.code from sent_name s where s.what = '${what}' and s.name = name_as_sent(${display})))`;

/** Combinations of drugs begun on one day, which the terminology then names. */
export const combinationStep = `create table combination as
  select o.person_key, t.started_on, any_value(o.site_group) as site_group, list_sort(list(distinct t.drug)) as drugs
  from treatment t join origin o using (patient_id)
  where t.drug is not null and t.started_on is not null
  group by o.person_key, t.started_on`;

/** Tables `regimen_name(drugs, site_group, regimen)`, `drug_name(…)`, `biomarker_name(…)` and `intent_name(…)` come from the terminology. */
export const releasedEvents: readonly string[] = [
  `create table released_treatments as
    with named as (
      select c.person_key, c.started_on, r.regimen from combination c join regimen_name r using (drugs, site_group)),
    told as (
      select t.rowid as event, t.* replace (${coded('drug', 't.drug', 't.display')} as drug) from treatment t)
    select o.person_key, t.kind, t.drug, any_value(a.atc) as atc, any_value(n.regimen) as regimen, max(t.line) as line,
      any_value(i.intent) as intent, any_value(${since('t.started_on', 't.started_precision')}) as start_days,
      max(case when t.ended_on >= t.started_on and coalesce(t.started_precision, 'day') = 'day' and coalesce(t.ended_precision, 'day') = 'day'
        then date_diff('day', t.started_on, t.ended_on) end)::integer as duration_days,
      round(max(t.dose)) as dose, max(t.fractions)::smallint as fractions,
      min(date_diff('day', o.began, k.failed_on))::integer as local_failure_days, max(date_diff('day', o.began, k.followed_to))::integer as local_followed_days, min(l.first_case) as first_case,
      -- One that several institutions told of is of the case that one of them names.
      case when min(l.first_case) is not null then max(l.last_case) filter (where l.first_case is not null)
        else min(l.last_case) end as last_case
    from told t join origin o using (patient_id) left join cases_of_treatment l using (event)
    left join local_control k on t.kind = 'RADIOTHERAPY' and k.patient_id = t.patient_id and k.institution_id = t.institution_id
      and k.source_id = t.source_id
    left join drug_name a using (drug)
    left join intent_name i on i.intent_code = t.intent_code
    left join named n on n.person_key = o.person_key and n.started_on = case when t.drug is not null then t.started_on end
    group by o.person_key, t.kind, t.drug, case when t.drug is null then t.code end, case when t.drug is null then name_as_sent(t.display) end, t.started_on`,
  `create table released_biomarkers as
    select distinct o.person_key, ${coded('biomarker', 'm.biomarker', 'b.display')} as biomarker, b.finding, b.value, b.unit, ${since('b.tested_on', 'b.tested_precision')} as tested_days,
      l.first_case, l.last_case
    from biomarker b join origin o using (patient_id) left join cases_of_biomarker l on l.event = b.rowid
    left join biomarker_name m on m.system is not distinct from b.system and m.code is not distinct from b.code and m.display is not distinct from b.display`,
  `create table released_outcomes as
    select distinct o.person_key, d.trend, ${since('d.assessed_on', 'd.assessed_precision')} as assessed_days
    from disease_status d join origin o using (patient_id)`,
  `create table released_laboratory as
    select o.person_key, l.code as analyte, l.unit, l.tests, l.first_value, l.last_value, l.lowest, l.highest,
      date_diff('day', o.began, ${nationalDay('l.first_at')})::integer as first_days,
      date_diff('day', o.began, ${nationalDay('l.last_at')})::integer as last_days
    from observation l join origin o using (patient_id)`,
  // Of a day the last result.
  `create table released_results as
    select o.person_key, n.analyte, arg_max(r.value, r.at) as value,
      date_diff('day', o.began, ${nationalDay('r.at')})::integer as result_days
    from result r join origin o using (patient_id) join analyte_name n using (code)
    group by o.person_key, n.analyte, ${nationalDay('r.at')}, o.began`,
];

/** How each file is sorted: what is asked together lies together. */
export const sortedBy: Readonly<Record<string, string>> = {
  persons: 'person_key',
  cases: 'site_group, person_key, case_number',
  treatments: 'kind, drug, regimen, person_key, start_days',
  biomarkers: 'biomarker, finding, person_key, tested_days',
  variants: 'gene, result, person_key, tested_days',
  outcomes: 'person_key, assessed_days, trend',
  laboratory: 'analyte, unit, person_key',
  results: 'analyte, person_key, result_days',
  screening: 'programme, year, person_key',
};
