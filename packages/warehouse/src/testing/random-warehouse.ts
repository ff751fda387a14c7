import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SUB_SITES } from '@nodp/terminology/sites';
import fc from 'fast-check';
import type { CohortDefinition } from '../definition/definition.ts';
import { FINDINGS, SEXES, STAGES, TREATMENT_KINDS } from '../definition/definition.ts';
import { literal } from '../engines/duckdb.ts';
import type { TableName } from '../schema/columns.ts';
import { columnsSql, table } from '../schema/tables.ts';
import { biomarkerIds, drugIds, regimenIds, siteIds } from './vocabulary.ts';

/** Rows of a release as plain objects; columns left out are null. */
export type Rows = Partial<Record<TableName, Record<string, string | number | boolean | null>[]>>;

const provinces = ['110000', '310000', '440000'];
const histologies = ['8140', '8070', '8500'];

/** A site group with a topography of one of its parts, of none, or not known. */
const siteOf = (siteGroup: string, share: number) => {
  const codes = SUB_SITES.filter((part) => part.siteGroup === siteGroup).flatMap(
    ({ topographies }) => topographies.map((code) => (code.length === 3 ? `${code}.9` : code)),
  );
  const topography = [...codes, 'C80.9', null][Math.floor(share * (codes.length + 2))] ?? null;
  return { site_group: siteGroup, topography };
};

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
  const rows = { cases: [], treatments: [], biomarkers: [] } as Required<
    Pick<Rows, 'cases' | 'treatments' | 'biomarkers'>
  >;
  for (let person = 1; person <= people; person++) {
    const treatments = Array.from({ length: Math.floor(unit() * 4) }, () => {
      const kind = pick(TREATMENT_KINDS);
      const systemic = kind === 'SYSTEMIC';
      return {
        person_key: person,
        kind,
        drug: systemic ? maybe(pick(drugIds)) : null,
        regimen: systemic ? maybe(pick(regimenIds)) : null,
      };
    });
    rows.treatments.push(...treatments);
    for (let i = Math.floor(unit() * 3); i > 0; i--)
      rows.biomarkers.push({
        person_key: person,
        biomarker: pick(biomarkerIds),
        finding: maybe(pick(FINDINGS)),
      });
    const cases = unit() < 0.2 ? 2 : 1;
    const sex = pick(SEXES);
    for (let number = 1; number <= cases; number++) {
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
        province: maybe(pick(provinces)),
        residence: maybe(pick(provinces)),
        ...siteOf(pick(siteIds), unit()),
        histology: maybe(pick(histologies)),
        behaviour: maybe(pick(['2', '3'])),
        stage: pick(STAGES),
        surgery: treatments.some((t) => t.kind === 'SURGERY'),
        radiotherapy: treatments.some((t) => t.kind === 'RADIOTHERAPY'),
        systemic: treatments.some((t) => t.kind === 'SYSTEMIC'),
        survival_days: maybe(Math.floor(unit() * 3000)),
        died: unit() < 0.4,
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
  for (const name of ['cases', 'treatments', 'biomarkers'] as const) {
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
  connection.closeSync();
  instance.closeSync();
};

const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 1 });
const range = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }), fc.nat(2))
    .map(([a, b, open]) => ({
      ...(open === 1 ? {} : { from: Math.min(a, b) }),
      ...(open === 2 ? {} : { to: Math.max(a, b) }),
    }));

const criterion: fc.Arbitrary<CohortDefinition> = fc.oneof(
  some(siteIds).map((siteGroups) => ({ op: 'site' as const, siteGroups })),
  some([...histologies, '8140/3', '8500/2']).map((morphologies) => ({
    op: 'histology' as const,
    morphologies,
  })),
  some(STAGES).map((stages) => ({ op: 'stage' as const, stages })),
  some(SEXES).map((sexes) => ({ op: 'sex' as const, sexes })),
  range(0, 90).map((r) => ({ op: 'age' as const, ...r })),
  range(2014, 2026).map((r) => ({ op: 'year' as const, ...r })),
  some(provinces).map((codes) => ({ op: 'province' as const, provinces: codes })),
  fc.constantFrom(...TREATMENT_KINDS).map((kind) => ({ op: 'treatment' as const, kind })),
  some(drugIds).map((drugs) => ({ op: 'treatment' as const, kind: 'SYSTEMIC' as const, drugs })),
  some(regimenIds).map((regimens) => ({ op: 'treatment' as const, regimens })),
  fc
    .tuple(fc.constantFrom(...biomarkerIds), fc.subarray([...FINDINGS]))
    .map(([biomarker, findings]) => ({ op: 'biomarker' as const, biomarker, findings })),
);

/** Any definition a person could build, three levels deep at most. */
export const definitions: fc.Arbitrary<CohortDefinition> = fc.letrec<{ node: CohortDefinition }>(
  (tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      criterion,
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map((of) => ({ op: 'all' as const, of })),
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map((of) => ({ op: 'any' as const, of })),
      tie('node').map((of) => ({ op: 'not' as const, of })),
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .chain((of) =>
          fc
            .integer({ min: 1, max: of.length })
            .map((least) => ({ op: 'atLeast' as const, least, of })),
        ),
    ),
  }),
).node;
