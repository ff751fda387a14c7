import { expect, test } from 'vitest';
import { qualityAt } from './model/threshold.ts';
import { evaluate } from './testing/evaluate.ts';
import { FEBRL_FIELDS, type Febrl, febrlKeys } from './testing/febrl.ts';
import { febrlLike } from './testing/febrl-like.ts';
import { febrlSet } from './testing/shared-febrl.ts';

/** The operating threshold: that two records are one person, by a model that has seen no truth. */
const OPERATING = Math.log2(0.99 / 0.01);

type Filed = Febrl & { readonly file?: number };

const evaluated = (subjects: readonly Filed[], files = 1) =>
  evaluate<Filed>({
    subjects,
    fields: FEBRL_FIELDS,
    keysOf: febrlKeys,
    personOf: ({ person }) => person,
    apart: (a, b) => files > 1 && a.file === b.file,
    terms: {
      'given same': ({ given }) => given || null,
      'surname same': ({ surname }) => surname || null,
      'suburb same': ({ suburb }) => suburb || null,
    },
  });

/** The sets of FEBRL (Christen 2008) with the pairs of one person that they hold. */
test.each([
  { files: ['dataset1.csv'], truth: 500, least: 1 },
  { files: ['dataset2.csv'], truth: 1934, least: 0.999 },
  { files: ['dataset3.csv'], truth: 6538, least: 0.998 },
  { files: ['dataset4a.csv', 'dataset4b.csv'], truth: 5000, least: 0.998 },
])('FEBRL $files: F1 of $least at least', ({ files, truth, least }) => {
  const records = febrlSet(...files);
  if (records === null) return;
  const found = evaluated(records, files.length);
  expect(found.truth).toBe(truth);
  const quality = qualityAt(found.pairs, OPERATING, found.truth);
  expect(quality.f1).toBeGreaterThanOrEqual(least);
  expect(quality.precision).toBeGreaterThanOrEqual(0.999);
});

test('a set in the form of the third: up to five duplicates, up to five changes each', () => {
  const records = febrlLike({
    originals: 800,
    duplicates: 1200,
    mostDuplicates: 5,
    mostChanges: 5,
    seed: 3,
  });
  const found = evaluated(records);
  expect(found.completeness).toBeGreaterThan(0.999);
  const { f1, precision } = qualityAt(found.pairs, OPERATING, found.truth);
  expect(f1).toBeGreaterThanOrEqual(0.998);
  expect(precision).toBeGreaterThanOrEqual(0.998);
});

test('records that were changed up to ten times each are still told from strangers', () => {
  const records = febrlLike({
    originals: 800,
    duplicates: 1200,
    mostDuplicates: 5,
    mostChanges: 10,
    seed: 5,
  });
  const found = evaluated(records);
  const { f1, precision } = qualityAt(found.pairs, OPERATING, found.truth);
  expect(f1).toBeGreaterThan(0.97);
  expect(precision).toBeGreaterThan(0.995);
});
