/** A first treatment may come before the day by which the cancer is dated (an emergency, a histology that follows). */
const GRACE = 90;

/** Whether an event was surely too long before a diagnosis to be of it. */
const isTooEarly = (on: string, precision: string, began: string): string =>
  `coalesce(${on} + case coalesce(${precision}, 'day') when 'year' then 365 when 'month' then 30 else 0 end < ${began} - ${GRACE}, false)`;

const early = {
  treatment: 'started',
  biomarker: 'tested',
  variant: 'tested',
  genomic_test: 'tested',
} as const;
type EventTable = keyof typeof early;

const tooEarly = (table: EventTable): string =>
  isTooEarly(`e.${early[table]}_on`, `e.${early[table]}_precision`, 'n.began');

/**
 * Which of a person's cases an event may be of: the one it was said to be for (reason of a treatment, focus of a test); else, of a
 * treatment, the only one whose site is the body site it was given to; else any that was not diagnosed more than 90 days
 * after it. Only persons of several cases have to be asked.
 */
const casesOf = (table: EventTable): string => `create table cases_of_${table} as
  with possible as (
    select e.rowid as event, n.case_number, n.site_group, ${tooEarly(table)} as early,
      e.patient_id, e.institution_id, e.tumour_source_id${table === 'treatment' ? ', e.body_site_system, e.body_site_code' : ''}
    from ${table} e join numbered n using (patient_id) where n.cases > 1),
  said as (
    select p.event, min(c.case_number) as case_number from possible p join tumour_case c on c.patient_id = p.patient_id
      and c.institution_id = p.institution_id and c.source_id = p.tumour_source_id group by 1),
  sited as (${
    table === 'treatment'
      ? `select p.event, min(p.case_number) as case_number from possible p
    join site_of_body b on b.system is not distinct from p.body_site_system and b.code = p.body_site_code and b.site_group = p.site_group
    where not p.early group by 1 having count(*) = 1`
      : 'select event, case_number from possible where false'
  }),
  timed as (
    select event, (min(case_number) filter (where early) - 1)::smallint as last_case from possible group by 1)
  select t.event, coalesce(s.case_number, b.case_number) as first_case,
    coalesce(s.case_number, b.case_number, t.last_case) as last_case
  from timed t left join said s using (event) left join sited b using (event)`;

/** Tables `cases_of_treatment`, `cases_of_biomarker` and their like `(event, first_case, last_case)`; null where it may be of any. */
export const casesOfEvents: readonly string[] = [
  `create table tumour_case as
    select distinct o.patient_id, o.institution_id, o.source_id, n.case_number
    from ordered o join numbered n using (patient_id, case_id) where n.cases > 1`,
  casesOf('treatment'),
  casesOf('biomarker'),
  casesOf('variant'),
  casesOf('genomic_test'),
];

/** Whether a treatment `t` (with its row of `cases_of_treatment`, `c`) is of the case `n`. */
export const isOfCase = `case when c.first_case is not null then n.case_number between c.first_case and c.last_case
  else not ${isTooEarly('t.started_on', 't.started_precision', 'n.began')} end`;
