import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SEXES, STAGES, TREATMENT_KINDS, TRENDS } from '@nodp/cohorts';
import type { EventTable } from '@nodp/cohorts/engine';
import {
  analyteCodes,
  biomarkerIds,
  drugIds,
  geneSymbols,
  provinceCodes,
  regimenIds,
  siteIds,
  testings,
} from '@nodp/cohorts/testing';
import { SUB_SITES } from '@nodp/terminology/sites';
import { literal } from '../engines/literal.ts';
import { HELD_TABLES, READ_TABLES, type TableName } from '../schema/columns.ts';
import { columnsSql, table } from '../schema/tables.ts';

/** Rows of a release as plain objects; columns left out are null. */
export type Rows = Partial<Record<TableName, Record<string, string | number | boolean | null>[]>>;

/** What criteria say that random cases have in their columns. */
const ofCriteria: readonly (readonly [string, readonly string[]])[] = Object.values(
  testings,
).flatMap(({ columns = {} }) => Object.entries(columns));

/** A site group with a topography of one of its parts, of none, or not known. */
const siteOf = (siteGroup: string, share: number) => {
  const codes = SUB_SITES.filter((part) => part.siteGroup === siteGroup).flatMap(
    ({ topographies }) => topographies.map((code) => (code.length === 3 ? `${code}.1` : code)),
  );
  const topography = [...codes, 'C80.9', null][Math.floor(share * (codes.length + 2))] ?? null;
  return { site_group: siteGroup, topography };
};

const CODONS: Readonly<Record<string, { codon: number; last_codon: number }>> = {
  L858R: { codon: 858, last_codon: 858 },
  G12D: { codon: 12, last_codon: 12 },
  E746_A750del: { codon: 746, last_codon: 750 },
};

/** A time of survival, or why there is none. */
const timeOf = (days: number | null, share: number) => ({
  survival_days: days,
  untimed: days === null ? (share < 0.5 ? 'NO_FOLLOW_UP' : 'DEATH_CERTIFICATE_ONLY') : null,
});

/** A few dozen people, some with two cases, much of it not known. */
export const randomRows = (seed: number, people: number): Rows => {
  let state = seed >>> 0 || 1;
  const unit = () => {
    // xorshift32: the same rows for the same seed.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(unit() * from.length)] as T;
  const maybe = <T>(value: T): T | null => (unit() < 0.15 ? null : value);
  /** Most events may be of any case, some of the first alone, few of none. */
  const lastCase = () => (unit() < 0.7 ? null : Math.floor(unit() * 3));
  /** Some are of a case that is known. */
  const ofCases = () => {
    const known = unit() < 0.2 ? 1 + Math.floor(unit() * 2) : null;
    return { first_case: known, last_case: known ?? lastCase() };
  };
  /** A day around the first diagnosis, often one of few, so that events meet on a day. */
  const day = () => maybe(Math.floor(unit() * (unit() < 0.5 ? 40 : 900)) - 20);
  const variant = (person: number) => {
    const protein = maybe(pick(['L858R', 'G12D', 'E746_A750del', null]));
    return {
      person_key: person,
      gene: pick(geneSymbols),
      result: pick(['FOUND', 'FOUND', 'NOT_FOUND', 'NOT_THIS', 'UNCLEAR', 'READ']),
      kind: maybe(pick(['SUBSTITUTION', 'DELETION', 'FUSION', 'AMPLIFICATION', null])),
      protein,
      ...CODONS[protein ?? ''],
      fraction: maybe(Math.floor(unit() * 1000)),
      origin: maybe(pick(['SOMATIC', 'GERMLINE'])),
      ...ofCases(),
      tested_days: day(),
    };
  };
  const rows = {
    cases: [],
    treatments: [],
    biomarkers: [],
    variants: [],
    outcomes: [],
    results: [],
  } as Required<Pick<Rows, 'cases' | 'results' | EventTable>>;
  for (let person = 1; person <= people; person++) {
    const treatments = Array.from({ length: Math.floor(unit() * 4) }, () => {
      const kind = pick(TREATMENT_KINDS);
      const systemic = kind === 'SYSTEMIC';
      return {
        person_key: person,
        kind,
        drug: systemic ? maybe(pick(drugIds)) : null,
        ...ofCases(),
        regimen: systemic ? maybe(pick(regimenIds)) : null,
        line: systemic ? maybe(1 + Math.floor(unit() * 3)) : null,
        intent: maybe(pick(['curative', 'palliative', 'supportive', 'preventive'])),
        dose: kind === 'RADIOTHERAPY' ? maybe(Math.floor(unit() * 8000)) : null,
        fractions: kind === 'RADIOTHERAPY' ? maybe(Math.floor(unit() * 40)) : null,
        start_days: day(),
        duration_days: maybe(Math.floor(unit() * 120)),
      };
    });
    rows.treatments.push(...treatments);
    for (let i = Math.floor(unit() * 3); i > 0; i--)
      rows.biomarkers.push({
        person_key: person,
        biomarker: pick(biomarkerIds),
        ...ofCases(),
        finding: maybe(pick(['positive', 'negative', 'equivocal'])),
        tested_days: day(),
      });
    for (let i = Math.floor(unit() * 4); i > 0; i--) rows.variants.push(variant(person));
    for (let i = Math.floor(unit() * 3); i > 0; i--)
      rows.outcomes.push({ person_key: person, trend: pick(TRENDS), assessed_days: day() });
    for (const analyte of analyteCodes)
      for (const result_days of new Set(Array.from({ length: Math.floor(unit() * 4) }, day)))
        rows.results.push({
          person_key: person,
          analyte,
          value: Math.floor(unit() * 100),
          result_days,
        });
    const cases = unit() < 0.2 ? 2 : 1;
    const sex = pick(SEXES);
    for (let number = 1; number <= cases; number++) {
      const had = (kind: string) =>
        treatments.some(
          (t) =>
            t.kind === kind &&
            (t.first_case === null || number >= t.first_case) &&
            (t.last_case === null || number <= t.last_case),
        );
      const age = maybe(Math.floor(unit() * 90));
      rows.cases.push({
        person_key: person,
        case_number: number,
        only_case: cases === 1,
        sex,
        age,
        age_group: age === null ? null : Math.min(85, Math.floor(age / 5) * 5),
        diagnosis_year: maybe(2015 + Math.floor(unit() * 10)),
        diagnosis_month: maybe(1 + Math.floor(unit() * 12)),
        residence: maybe(pick(provinceCodes)),
        ...siteOf(pick(siteIds), unit()),
        stage: pick(STAGES),
        ...Object.fromEntries(ofCriteria.map(([column, values]) => [column, maybe(pick(values))])),
        surgery: had('SURGERY'),
        radiotherapy: had('RADIOTHERAPY'),
        systemic: had('SYSTEMIC'),
        origin_days: maybe(number === 1 ? 0 : Math.floor(unit() * 400)),
        ...timeOf(maybe(Math.floor(unit() * 3000)), unit()),
        died: unit() < 0.4,
        basis_of_diagnosis: maybe(pick(['0', '2', '5', '7', '9'])),
        institution: ['H1', 'H2', 'H3', null][person % 4] ?? null,
        detection: ['SCREENING', 'SYMPTOMS', 'INCIDENTAL', null][(person >> 2) % 4] ?? null,
        direct_cost: maybe(1000 * Math.floor(unit() * 300)),
        out_of_pocket_cost: maybe(1000 * Math.floor(unit() * 90)),
        registered_days: maybe(Math.floor(unit() * 900)),
        registration: ['WITHIN_6_MONTHS', 'LATER', 'TOO_RECENT', null][(person >> 4) % 4] ?? null,
        death_placed: unit() < 0.1,
      });
    }
  }
  return rows;
};

/** Writes rows as a release's files. */
export const writeRelease = async (folder: string, rows: Rows): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of [...HELD_TABLES, ...READ_TABLES]) {
    const { columns } = table(name);
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(rows[name] ?? []));
    await connection.run(`create table ${name} (${columnsSql(columns)})`);
    if ((rows[name] ?? []).length > 0)
      await connection.run(
        `insert into ${name} by name select * from read_json(${literal(file)}, columns = {${columns.map((c) => `${c.name}: '${c.type === 'text' ? 'varchar' : c.type}'`).join(', ')}})`,
      );
    await connection.run(`copy ${name} to ${literal(join(folder, `${name}.parquet`))}`);
  }
  const years = (rows.cases ?? [])
    .map((row) => row.diagnosis_year)
    .filter((year) => typeof year === 'number');
  const manifest = {
    checksum: 'written for a test',
    builtAt: '2025-12-31T04:00:00Z',
    closing: '2025-12-31',
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  connection.closeSync();
  instance.closeSync();
};
