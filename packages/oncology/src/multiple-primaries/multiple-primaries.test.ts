import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { tumour } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { histologyGroup } from './histology-groups.ts';
import { neoplasmsOf, verdictsOf } from './multiple-primaries.ts';
import taken from './what-a-case-takes.json' with { type: 'json' };

type Given = Parameters<typeof tumour>[0];

testCases<Given[]>(cases, (given) => Object.fromEntries(verdictsOf(given.map(tumour))));

testCases<Given[]>(taken, (given) =>
  neoplasmsOf(given.map(tumour)).map(({ behaviour, first, chosen, reports }) => ({
    behaviour,
    first: first.id,
    chosen: chosen.id,
    reports: reports.map(({ id }) => id).sort(),
  })),
);

test('squamous and adenocarcinoma of one lung are two; a carcinoma not specified is the earlier one', () => {
  const found = neoplasmsOf(
    (
      [
        { id: 'unspecified', topography: 'C34.9', morphology: '8010/3', diagnosed: '2018' },
        { id: 'adeno', topography: 'C34.1', morphology: '8140/3', diagnosed: '2021' },
        { id: 'squamous', topography: 'C34.3', morphology: '8070/3', diagnosed: '2019' },
      ] as Given[]
    ).map(tumour),
  );
  expect(found.map(({ reports }) => reports.map(({ id }) => id).sort())).toEqual([
    ['squamous', 'unspecified'],
    ['adeno'],
  ]);
});

test('groups of the table', () => {
  expect(
    [
      '8140',
      '8070',
      '8090',
      '8041',
      '8010',
      '8890',
      '9050',
      '9875',
      '9823',
      '9702',
      '9650',
      '9800',
      '9140',
      '8720',
      '8000',
      null,
    ].map(histologyGroup),
  ).toEqual([3, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 16, 17, 17]);
});

test('every report of a primary is of one neoplasm, whatever the order they come in', () => {
  const report = fc.record({
    kind: fc.constantFrom('PRIMARY', 'SECONDARY'),
    topography: fc.constantFrom('C34.1', 'C18.2', 'C20.9', 'C80.9', 'C77.9', null),
    morphology: fc.constantFrom('8140/3', '8500/2', '8000/3', '8010/3', '9591/3', '9823/3', null),
    icd10: fc.constantFrom('C34.9', 'D02.2', null),
    diagnosed: fc.constantFrom('2010-01-01', '2010-08', '2019', null),
  });
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
      const named = reports.map((r, i) => tumour({ ...r, id: `t${i}` } as Given));
      const ids = (given: typeof named) =>
        neoplasmsOf(given).map(({ reports: all, chosen, first }) => [
          ...all.map(({ id }) => id),
          chosen.id,
          first.id,
        ]);
      const found = ids(named);
      expect(found.flatMap((all) => all.slice(0, -2)).sort()).toEqual(
        named
          .filter((r) => r.kind === 'PRIMARY')
          .map((r) => r.id)
          .sort(),
      );
      expect(ids(named.toReversed())).toEqual(found);
    }),
  );
});

const shared = resolve(
  process.env.NODP_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
);
const VECTORS = join(shared, 'reference/iarc_mp_vectors.csv');

describe('the worked cases of the reference', () => {
  const there = existsSync(VECTORS);
  test.skipIf(!there)(there ? 'all ten' : 'all ten (skipped: ../shared is not there)', () => {
    const [, ...lines] = readFileSync(VECTORS, 'utf8').trim().split(/\r?\n/);
    const rows = lines.map((line) => {
      const [of, order, year = '', month = '', day = '', seq = '', site = '', hist, beh, expected] =
        line.split(',');
      const date =
        year === '9999'
          ? null
          : month === '99'
            ? year
            : day === '99'
              ? `${year}-${month}`
              : `${year}-${month}-${day}`;
      return {
        of,
        expected,
        report: tumour({
          id: `${of}.${order}`,
          sourceId: seq.padStart(2, '0'),
          topography: `${site.slice(0, 3)}.${site.slice(3)}`,
          morphology: `${hist}/${beh}`,
          diagnosed: date,
        }),
      };
    });
    const found = Object.groupBy(rows, ({ of }) => of ?? '');
    expect(Object.keys(found)).toHaveLength(10);
    for (const all of Object.values(found)) {
      const verdicts = verdictsOf((all ?? []).map(({ report }) => report));
      for (const { report, expected } of all ?? [])
        expect([report.id, verdicts.get(report.id)]).toEqual([report.id, expected]);
    }
  });
});
