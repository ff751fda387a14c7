import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fisherExactTest, kaplanMeier, logRank } from '@nodp/biostatistics';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStudy } from '../load/load-study.ts';
import { type Alteration, type OpenStudy, openStudy } from '../open/open-study.ts';
import { writeStudy } from '../testing/a-study.ts';
import { endpointsOf, hadEvent } from './endpoints.ts';
import { enrichmentOf } from './enrichment.ts';
import { oncoprintOf } from './oncoprint.ts';
import { survivalOf } from './survival.ts';
import { unitsOf } from './units.ts';

let folder: string;
let study: OpenStudy;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-analyses-'));
  await writeStudy(join(folder, 'sent'));
  const { id } = await loadStudy({ path: join(folder, 'sent'), folder: join(folder, 'studies') });
  study = await openStudy(join(folder, 'studies', id));
});
afterAll(() => rm(folder, { recursive: true }));

test('an oncoprint puts altered patients first, by the first gene and then by the next', () => {
  const { columns, genes, ...rest } = oncoprintOf(
    unitsOf(study, 'PATIENTS'),
    ['TP53', 'ERBB2', 'PIK3CA', 'PTEN'],
    ['SEX', 'TMB', 'SAMPLE_TYPE'],
  );
  // P3's TP53 is truncated (and PTEN deleted), P1's is a missense with ERBB2 amplified in the same sample.
  expect(columns).toEqual(['P3', 'P1', 'P2', 'P4']);
  expect(genes).toEqual([
    { gene: 'TP53', altered: 2, column: [1, 0], kind: ['MISSENSE', 'TRUNCATING'] },
    { gene: 'ERBB2', altered: 1, column: [1], kind: ['AMPLIFIED'] },
    { gene: 'PIK3CA', altered: 1, column: [2], kind: ['MISSENSE'] },
    { gene: 'PTEN', altered: 1, column: [0], kind: ['DELETED'] },
  ]);
  expect(rest).toMatchObject({ units: 4, examined: 4, altered: 3, notExamined: [] });
  // P1 has two samples of different burden and kind: no value of the patient.
  expect(rest.tracks).toEqual([
    { attribute: 'SEX', value: ['Male', 'Female', 'Female', 'Male'] },
    { attribute: 'TMB', value: ['30', null, '2', '4'] },
    { attribute: 'SAMPLE_TYPE', value: ['Primary', null, 'Primary', 'Primary'] },
  ]);
});

test('samples are examined one by one; one outside of every list of the study stands last', () => {
  const { columns, notExamined, examined } = oncoprintOf(unitsOf(study, 'SAMPLES'), ['CDH1'], []);
  expect(columns[0]).toBe('S2');
  expect({ examined, notExamined }).toEqual({ examined: 5, notExamined: [] });
  const fewer: OpenStudy = {
    ...study,
    profiled: { mutations: new Set([0]), copy_numbers: new Set(), structural_variants: new Set() },
  };
  const print = oncoprintOf(unitsOf(fewer, 'SAMPLES'), ['EGFR'], []);
  expect(print).toMatchObject({ examined: 1, notExamined: [1, 2, 3, 4], altered: 0 });
});

/** A study of samples with random alterations, each sample of a patient of its own. */
const random = (cells: readonly (readonly (Alteration | null)[])[]): OpenStudy => ({
  ...study,
  patients: cells.map((_, i) => `P${i}`),
  samples: cells.map((_, i) => ({ sample: `S${i}`, patient: i, site: null })),
  profiled: {
    mutations: new Set(cells.keys()),
    copy_numbers: new Set(),
    structural_variants: new Set(),
  },
  attributes: [{ id: 'ARM', name: 'Arm', description: '', isNumber: false, level: 'SAMPLE' }],
  values: new Map([['ARM', cells.map((_, i) => (i % 3 === 0 ? 'a' : 'b'))]]),
  genes: ['g0', 'g1', 'g2'].map((gene) => ({
    ...{ gene, mutated: 0, amplified: 0, deleted: 0, rearranged: 0, altered: 0 },
  })),
  alterationsOf: (gene) =>
    cells.flatMap((row, sample) => {
      const kind = row[Number(gene.slice(1))];
      return kind ? [{ sample, kind }] : [];
    }),
});
const cells = fc.array(
  fc.array(fc.option(fc.constantFrom<Alteration>('MISSENSE', 'AMPLIFIED', 'DELETED')), {
    minLength: 3,
    maxLength: 3,
  }),
  { minLength: 4, maxLength: 40 },
);

test('every alteration stands once, in the column of its sample; the first gene makes one block', () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const print = oncoprintOf(unitsOf(random(rows), 'SAMPLES'), ['g0', 'g1', 'g2'], []);
      const drawn = print.genes.flatMap(({ gene, column, kind }) =>
        column.map((each, i) => `${print.columns[each]} ${gene} ${kind[i]}`),
      );
      const given = rows.flatMap((row, i) =>
        row.flatMap((kind, gene) => (kind ? [`S${i} g${gene} ${kind}`] : [])),
      );
      expect(drawn.toSorted()).toEqual(given.toSorted());
      const first = print.genes[0]?.column.toSorted((a, b) => a - b);
      expect(first).toEqual(first?.map((_, i) => i));
    }),
  );
});

test('two genes are compared by Fisher’s exact test over the units examined', () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const { pairs } = oncoprintOf(unitsOf(random(rows), 'SAMPLES'), ['g0', 'g1'], []);
      const [pair] = pairs;
      const of = (a: boolean, b: boolean) =>
        rows.filter((row) => (row[0] !== null) === a && (row[1] !== null) === b).length;
      const table = [
        [of(true, true), of(true, false)],
        [of(false, true), of(false, false)],
      ] as const;
      expect(pair).toMatchObject({ both: table[0][0], onlyFirst: table[0][1] });
      const [[a, b], [c, d]] = table;
      if ([a + b, c + d, a + c, b + d].every((margin) => margin > 0))
        expect(pair?.pValue).toBeCloseTo(fisherExactTest(table).pValue, 12);
      else expect(pair?.pValue).toBe(1);
    }),
  );
});

test('genes of two groups, each against its own number of units', () => {
  const rows = Array.from({ length: 30 }, (_, i): (Alteration | null)[] => [
    i % 3 === 0 ? 'MISSENSE' : null,
    i % 2 === 0 ? 'DELETED' : null,
    null,
  ]);
  const answer = enrichmentOf(random(rows), 'SAMPLES', 'ARM', 'a', 'b');
  expect(answer).toMatchObject({ first: 10, second: 20, alteredGenes: 2 });
  expect(answer.genes[0]).toMatchObject({ gene: 'g0', first: 10, second: 0, logRatio: null });
  // fisher.test(matrix(c(10, 0, 0, 20), 2))$p.value in R: 3.328e-08
  expect(answer.genes[0]?.pValue).toBeCloseTo(1 / 30045015, 14);
  expect(answer.genes[0]?.adjusted).toBeCloseTo(2 / 30045015, 14);
  expect(answer.genes[1]).toMatchObject({ gene: 'g1', first: 5, second: 10, logRatio: 0 });
  expect(enrichmentOf(random(rows), 'SAMPLES', 'ARM', 'a', null)).toEqual(answer);
  expect(enrichmentOf(random(rows), 'SAMPLES', 'ARM', 'nothing', null).genes).toEqual([]);
});

test('survival by the study’s own months: everybody, by a gene, by an attribute', () => {
  expect(endpointsOf(study)).toEqual([{ id: 'OS', name: 'Overall survival (months)' }]);
  const all = survivalOf(study, 'OS', null);
  // P4 has no time; of P1 (10, dead), P2 (20, alive) and P3 (5, dead) two thirds and a third are left.
  expect(all).toMatchObject({ withoutTime: 1, inNoGroup: 0, pValue: null });
  expect(all.arms).toMatchObject([
    { patients: 3, events: 2, median: 10, months: [0, 5, 10, 20], atRisk: expect.any(Array) },
  ]);
  expect(all.arms[0]?.survival[1]).toBeCloseTo(2 / 3, 12);
  const lower = kaplanMeier({ time: [10, 20, 5], event: [1, 0, 1] }).lower[0] as number;
  expect(all.arms[0]?.lower[1]).toBeCloseTo(lower, 12);
  const byGene = survivalOf(study, 'OS', { gene: 'TP53' });
  expect(byGene.arms.map(({ name, patients }) => [name, patients])).toEqual([
    ['ALTERED', 2],
    ['NOT_ALTERED', 1],
  ]);
  expect(byGene.pValue).toBeCloseTo(
    logRank({ time: [10, 20, 5], event: [1, 0, 1], group: [0, 1, 0] }).pValue,
    12,
  );
  const byBurden = survivalOf(study, 'OS', { attribute: 'TMB' });
  expect(byBurden.arms.map(({ name }) => name)).toEqual(['≤ 4', '> 4']);
  // P1's samples differ in it.
  expect(byBurden.inNoGroup).toBe(1);
});

test('a status in words nobody knows is no event and no end of observation', () => {
  expect(['1:DECEASED', 'DECEASED', '1', '1:Recurred/Progressed'].map(hadEvent)).toEqual([
    ...[true, true, true, true],
  ]);
  expect(['0:LIVING', 'LIVING', '0', 'DiseaseFree'].map(hadEvent)).toEqual([
    ...[false, false, false, false],
  ]);
  expect(hadEvent('LOST')).toBeNull();
});
