import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseColumns, readCaseColumns } from '../columns/case-columns.ts';
import { openDuckdb } from '../engines/duckdb.ts';
import { tabulate } from '../tabulation/tabulate.ts';
import { randomRows, writeRelease } from '../testing/write-release.ts';
import { type Crossings, crossingsOf, type Division } from './crossing.ts';
import { CROSS_DIMENSIONS, type CrossDimension, placesBy, registriesBy } from './dimensions.ts';

let folder: string;
let columns: CaseColumns;
/** A registry of even years, another of one province in odd ones. */
const registryOf = (year: number | null, province: string | null) =>
  year === null || province === null
    ? null
    : year % 2 === 0
      ? 'EVEN'
      : province === '440000'
        ? 'ODD'
        : null;
let crossings: Crossings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-crossing-'));
  await writeRelease(folder, randomRows(43, 500));
  const engine = await openDuckdb(folder);
  columns = await readCaseColumns(engine);
  await engine.close();
  crossings = crossingsOf(columns, registryOf);
});
afterAll(() => rm(folder, { recursive: true }));

const codesOf = (dimension: CrossDimension): ArrayLike<number> => {
  const registries = registriesBy(columns, registryOf);
  if (dimension === 'registry') return registries.codes;
  if (dimension === 'registered')
    return [...registries.codes].map((code) => (registries.values[code] === null ? 0 : 1));
  return placesBy(columns, dimension).codes;
};

/** The plainest way: every case, one by one. */
const byHand = (divisions: readonly Division[]): { counts: number[]; keys: number[] } => {
  const length = divisions.reduce((product, { size }) => product * size, 1);
  const counts = new Array<number>(length).fill(0);
  const keys = new Array<number>(length).fill(0);
  const codes = divisions.map(({ dimension }) => codesOf(dimension));
  for (let row = 0; row < columns.rows; row++) {
    let at: number | null = 0;
    for (const [i, { place, size }] of divisions.entries()) {
      const own = place[codes[i]?.[row] as number] as number;
      at = at === null || own < 0 ? null : at * size + own;
    }
    if (at === null) continue;
    counts[at] = (counts[at] as number) + 1;
    keys[at] = ((keys[at] as number) + (columns.keys[row] as number)) >>> 0;
  }
  return { counts, keys };
};

/** Some dimensions, each divided in up to four places, some of its values left out. */
const divisions = fc
  .subarray([...CROSS_DIMENSIONS], { minLength: 0, maxLength: 5 })
  .chain((dimensions) =>
    fc.tuple(
      ...dimensions.map((dimension) =>
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat())).map(
          ([size, numbers]): Division => ({
            dimension,
            size,
            place: crossings.values(dimension).map(() => {
              const n = numbers.next().value as number;
              return (n % (size + 1)) - 1;
            }),
          }),
        ),
      ),
    ),
  );

test('any division of any dimensions counts what going through the cases counts, keys too', () => {
  fc.assert(
    fc.property(
      fc.constant(null).chain(() => divisions),
      (asked) => {
        const { counts, keys } = crossings.count(asked);
        const right = byHand(asked);
        expect([...counts]).toEqual(right.counts);
        expect([...keys]).toEqual(right.keys);
      },
    ),
    { numRuns: 150 },
  );
});

test('margins of exact cells agree: a dimension taken away is its cells added up', () => {
  const whole = (dimension: CrossDimension): Division => {
    const values = crossings.values(dimension);
    return { dimension, place: values.map((_, i) => i), size: values.length };
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...CROSS_DIMENSIONS], { minLength: 2, maxLength: 4 }),
      (dimensions) => {
        const divisionsOf = dimensions.map(whole);
        const { size } = divisionsOf.at(-1) as Division;
        const cells = crossings.count(divisionsOf);
        const margin = crossings.count(divisionsOf.slice(0, -1));
        for (let i = 0; i < margin.counts.length; i++) {
          let [count, key] = [0, 0];
          for (let j = 0; j < size; j++) {
            count += cells.counts[i * size + j] as number;
            key = (key + (cells.keys[i * size + j] as number)) >>> 0;
          }
          expect([count, key]).toEqual([margin.counts[i], margin.keys[i]]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('what the dashboard counts by site, sex and age is what a crossing counts', () => {
  const { bySite } = tabulate(columns);
  const sites = crossings.values('site');
  const places = sites.map(({ malignant, group }) =>
    malignant ? bySite.values.indexOf(group) : -1,
  );
  const { counts, keys } = crossings.count([
    { dimension: 'site', place: places, size: bySite.values.length },
    { dimension: 'sex', place: [0, 1, 2], size: 3 },
    { dimension: 'age', place: Array.from({ length: 19 }, (_, i) => i), size: 19 },
  ]);
  expect([...counts]).toEqual([...bySite.counts]);
  expect([...keys]).toEqual([...bySite.keys]);
});

test('a question of a table counted before goes through no case again', () => {
  const reads: string[] = [];
  const watched = new Proxy(columns, {
    get: (target, name) => {
      if (name === 'keys') reads.push(String(name));
      return Reflect.get(target, name) as unknown;
    },
  });
  const fresh = crossingsOf(watched, registryOf);
  const by = (dimension: CrossDimension): Division => ({
    dimension,
    place: fresh.values(dimension).map(() => 0),
    size: 1,
  });
  fresh.count([by('stage'), by('sex'), by('year')]);
  const before = reads.length;
  expect(before).toBeGreaterThan(0);
  fresh.count([by('sex'), by('year'), by('stage')]);
  expect(reads.length).toBe(before);
});
