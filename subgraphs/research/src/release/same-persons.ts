import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { neoplasmsOf, type Precision, storedDate, type TumourReport } from '@nodp/oncology';
import { text } from './judge.ts';

type Rows = readonly (readonly DuckDBValue[])[];

/** Who each patient is, at the end of a chain of claims. */
export const personsOf = (
  claims: readonly (readonly [patient: string, person: string])[],
): ReadonlyMap<string, string> => {
  const claimed = new Map(claims.toReversed());
  const end = (patient: string): string => {
    const way: string[] = [];
    let at = patient;
    for (let next = claimed.get(at); next !== undefined; next = claimed.get(at)) {
      // Of a circle the least id stands for all of it.
      if (way.includes(at)) return way.slice(way.indexOf(at)).toSorted()[0] ?? at;
      way.push(at);
      at = next;
    }
    return at;
  };
  return new Map(
    [...claimed.keys()]
      .map((patient) => [patient, end(patient)] as const)
      .filter(([patient, person]) => patient !== person),
  );
};

/** Records of a person go by the person's key, whichever institution's patient they are of. */
const moved = [
  ...['treatment', 'tumour', 'biomarker', 'variant', 'genomic_test', 'disease_status'],
  ...['radiotherapy_volume', 'lesion', 'result', 'screening'],
].map(
  (table) =>
    `update ${table} set patient_id = p.person_id from person_of p where ${table}.patient_id = p.patient_id`,
);

const joined: readonly string[] = [
  ...moved,
  `create or replace table observation as
    select coalesce(p.person_id, o.patient_id) as patient_id, o.code, o.unit, sum(o.tests)::integer as tests,
      arg_min(o.first_value, o.first_at) as first_value, arg_max(o.last_value, o.last_at) as last_value,
      min(o.lowest) as lowest, max(o.highest) as highest, min(o.first_at) as first_at, max(o.last_at) as last_at
    from observation o left join person_of p using (patient_id) group by 1, 2, 3`,
  // A death that either reports is the person's; the person's own word comes before the other's.
  `update patient set vital_status = case when n.dead then 'DEAD' else patient.vital_status end,
      died_on = coalesce(patient.died_on, n.died_on), died_precision = coalesce(patient.died_precision, n.died_precision),
      cause = coalesce(patient.cause, n.cause), last_contact_on = greatest(patient.last_contact_on, n.last_contact_on),
      born_on = coalesce(patient.born_on, n.born_on), born_precision = coalesce(patient.born_precision, n.born_precision)
    from (select p.person_id, bool_or(o.vital_status = 'DEAD') as dead, min(o.died_on) as died_on,
        arg_min(o.died_precision, o.died_on) as died_precision, min(o.cause) as cause, max(o.last_contact_on) as last_contact_on,
        min(o.born_on) as born_on, arg_min(o.born_precision, o.born_on) as born_precision
      from person_of p join patient o using (patient_id) group by 1) n
    where patient.patient_id = n.person_id`,
  'delete from patient where patient_id in (select patient_id from person_of)',
];

const REPORTS = `select t.patient_id::varchar, t.id::varchar, t.institution_id::varchar, t.source_id, t.site_group, t.topography,
    t.morphology, c.icd10, t.basis_of_diagnosis, t.laterality, t.grade, t.histology_sent, t.diagnosed_on::varchar, t.diagnosed_precision
  from tumour t left join claimed_tumour c using (id)
  where t.patient_id in (select person_id from person_of)`;

const reportOf = (row: readonly DuckDBValue[]): TumourReport => {
  const [
    ,
    id,
    institutionId,
    sourceId,
    siteGroup,
    topography,
    morphology,
    icd10,
    basis,
    laterality,
    grade,
    histology,
    on,
    precision,
  ] = row.map(text);
  return {
    id: id ?? '',
    institutionId: institutionId ?? '',
    sourceId: sourceId ?? '',
    kind: 'PRIMARY',
    siteGroup: siteGroup ?? null,
    topography: topography ?? null,
    morphology: morphology ?? null,
    icd10: icd10 ?? null,
    basisOfDiagnosis: basis ?? null,
    laterality: laterality ?? null,
    grade: grade ?? null,
    histologySent: histology ?? null,
    diagnosed: storedDate(on ?? null, (precision ?? null) as Precision | null),
  };
};

const append = async (
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: Rows,
): Promise<void> => {
  await connection.run(`create table ${table} (${columns})`);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) appender.appendVarchar(String(value));
    appender.endRow();
  }
  appender.closeSync();
};

/**
 * Makes one person of patients of whom an institution claims that they are one (the same national number and day of birth): research
 * counts persons, whoever may read whose record. Which of their reports are of one case is decided anew, by the same rules.
 */
export const joinSamePersons = async (connection: DuckDBConnection): Promise<void> => {
  const claims = await connection.runAndReadAll(
    'select patient_id::varchar, person_id::varchar from same_person order by 1, 2',
  );
  const persons = personsOf(
    claims.getRows().map(([patient, person]) => [String(patient), String(person)] as const),
  );
  if (persons.size === 0) return;
  await append(connection, 'person_as_text', 'patient_id varchar, person_id varchar', [...persons]);
  await connection.run(
    'create table person_of as select patient_id::uuid as patient_id, person_id::uuid as person_id from person_as_text',
  );
  for (const statement of joined) await connection.run(statement);
  const reports = (await connection.runAndReadAll(REPORTS)).getRows();
  const cases = [...Map.groupBy(reports, ([patient]) => String(patient)).values()].flatMap((of) =>
    neoplasmsOf(of.map(reportOf)).flatMap(({ chosen, reports: all }) =>
      all.map(({ id }) => [id, chosen.id] as const),
    ),
  );
  await append(connection, 'case_as_text', 'id varchar, case_id varchar', cases);
  await connection.run(
    'update tumour set case_id = c.case_id::uuid from case_as_text c where tumour.id = c.id::uuid',
  );
};
