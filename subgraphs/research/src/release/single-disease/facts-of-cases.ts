import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { DISEASE_IDS, type DiseaseFacts, type DiseaseId } from '@nodp/oncology/single-disease';
import { text } from '../judge.ts';

/** Malignant cases of the diseases, numbered within each. */
const cases = `create table disease_case as
  select *, (row_number() over (partition by site_group order by person_key, case_number))::integer as place
  from released_cases where behaviour = '3' and site_group in (${DISEASE_IDS.map((id) => `'${id}'`).join(', ')})`;

/** What happened to a person, of the cases that it is or may be of. */
const ofCases = 'c.case_number between coalesce(e.first_case, 1) and coalesce(e.last_case, 32767)';
const listed = (table: string, from: string, fields: string, sort: string): string =>
  `create table disease_${table} as
    select c.person_key, c.case_number, to_json(list(struct_pack(${fields}) order by ${sort}))::varchar as listed
    from ${from} group by 1, 2`;

/** Of a person of several cases, only what names its tumour. */
const named = (
  table: string,
): string => `disease_case c join numbered n on n.person_key = c.person_key and n.case_number = c.case_number
  join ${table} e on e.patient_id = n.patient_id
  left join tumour_case tc on tc.patient_id = e.patient_id and tc.institution_id = e.institution_id and tc.source_id = e.tumour_source_id
    and tc.case_number = n.case_number
  where n.cases = 1 or tc.case_number is not null`;
const dayOfInstant = 'make_date(((e.at + 28800) // 86400)::integer)';

const steps: readonly string[] = [
  cases,
  listed(
    'treatment',
    `disease_case c join released_treatments e on e.person_key = c.person_key and ${ofCases}`,
    'kind := e.kind, days := e.start_days - c.origin_days',
    'e.start_days, e.kind',
  ),
  listed(
    'test',
    `disease_case c join released_biomarkers e on e.person_key = c.person_key and ${ofCases} where e.biomarker is not null`,
    'marker := e.biomarker, finding := e.finding, value := e.value, unit := e.unit, days := e.tested_days - c.origin_days',
    'e.tested_days, e.biomarker, e.finding, e.value',
  ),
  listed(
    'stage',
    named('element_stage'),
    `axis := e.axis, classification := e.classification, value := e.value,
      days := case when coalesce(e.assessed_precision, 'day') <> 'year' then date_diff('day', n.began, e.assessed_on) end`,
    'e.assessed_on, e.axis, e.value',
  ),
  listed(
    'result',
    named('element_result'),
    `code := e.code, value := e.value, unit := e.unit, text := e.words, days := date_diff('day', n.began, ${dayOfInstant})`,
    'e.at, e.code, e.value',
  ),
  listed(
    'performance',
    `disease_case c join numbered n on n.person_key = c.person_key and n.case_number = c.case_number
      join element_performance e on e.patient_id = n.patient_id where e.at is not null and c.site_group = 'liver'`,
    `score := e.score, days := date_diff('day', n.began, ${dayOfInstant})`,
    'e.at, e.score',
  ),
];

/** Statements that `prepareFacts` runs. */
export const FACT_STEPS = steps.length;

const LISTS = ['treatment', 'test', 'stage', 'result', 'performance'] as const;
const SCALARS = [
  ...['topography', 'histology', 'grade', 'sex', 'age', 'stage', 'stage_group', 'stage_basis'],
  ...['t', 'n', 'm', 'basis_of_diagnosis'],
];

/** Makes what `factsOf` reads; needs the released tables and which case a tumour's reports are of. */
export const prepareFacts = async (run: (statement: string) => Promise<void>): Promise<void> => {
  for (const step of steps) await run(step);
};

export interface FactsOfCase {
  readonly person: number;
  readonly caseNumber: number;
  readonly facts: DiseaseFacts;
}

const listOf = <T>(value: DuckDBValue | undefined): readonly T[] =>
  value === null || value === undefined ? [] : (JSON.parse(String(value)) as readonly T[]);

const caseOf = (row: readonly DuckDBValue[]): FactsOfCase => {
  const [person, caseNumber, ...rest] = row;
  const [topography, histology, grade, sex, age, stage, group, stageBasis, t, n, m, basis] = rest;
  const [treatments, tests, stages, results, performance] = rest.slice(SCALARS.length);
  return {
    person: Number(person),
    caseNumber: Number(caseNumber),
    facts: {
      ...{ topography: text(topography), histology: text(histology), grade: text(grade) },
      ...{ sex: text(sex), age: age === null ? null : Number(age), stage: text(stage) },
      ...{ stageGroup: text(group), stageBasis: text(stageBasis) },
      ...{ t: text(t), n: text(n), m: text(m), basis: text(basis) },
      ...{ treatments: listOf(treatments), tests: listOf(tests), stages: listOf(stages) },
      ...{ results: listOf(results), performance: listOf(performance) },
    },
  };
};

/** Cases read at a time: what passes through JavaScript is never more than these. */
const BATCH = 20_000;

/** The cases of a disease, one batch after another. */
export async function* factsOf(
  connection: DuckDBConnection,
  disease: DiseaseId,
): AsyncGenerator<readonly FactsOfCase[]> {
  for (let from = 0; ; from += BATCH) {
    const read = await connection.runAndReadAll(`
      select c.person_key, c.case_number, ${SCALARS.map((column) => `c.${column}`).join(', ')}, ${LISTS.map((list) => `${list}_of.listed`).join(', ')}
      from disease_case c ${LISTS.map((list) => `left join disease_${list} ${list}_of using (person_key, case_number)`).join(' ')}
      where c.site_group = '${disease}' and c.place > ${from} and c.place <= ${from + BATCH} order by c.place`);
    const rows = read.getRows();
    if (rows.length > 0) yield rows.map(caseOf);
    if (rows.length < BATCH) return;
  }
}
