import { expect, test } from 'vitest';
import { saidByBiomarker, saidByVariant } from './alterations.ts';

const variant = (more: object) => ({
  code: null,
  display: 'EGFR',
  partnerCode: null,
  partnerDisplay: null,
  variantKind: null,
  presence: 'present' as const,
  protein: null,
  coding: null,
  name: null,
  ...more,
});

test.each([
  [{ protein: 'p.Leu858Arg', coding: 'NM_005228.5:c.2573T>G' }, ['EGFR p.Leu858Arg']],
  [{ display: 'EML4', partnerDisplay: 'ALK' }, ['EML4::ALK Fusion']],
  [{ display: 'ALK', variantKind: 'rearrangement' as const }, ['ALK Fusion']],
  [{ display: 'HER2', variantKind: 'amplification' as const }, ['ERBB2 Amplification']],
  [{ name: '19外显子缺失突变' }, ['EGFR Exon 19 Deletion']],
  [
    { display: 'MET', name: 'MET exon 14 skipping', coding: 'NM_000245.4:c.3028G>A' },
    ['MET Exon 14 Skipping Mutation', 'MET c.3028G>A'],
  ],
  [{ protein: 'p.?' }, ['EGFR Mutation']],
  [{ display: '不明' }, []],
])('a variant %j is %j', (more, found) => {
  expect(saidByVariant(variant(more)).found).toEqual(found);
});

test('a variant that was looked for in vain is absent, one without a call is nothing', () => {
  const t790m = { protein: 'p.Thr790Met' };
  expect(saidByVariant(variant({ ...t790m, presence: 'absent' }))).toMatchObject({
    found: [],
    absent: ['EGFR p.Thr790Met'],
  });
  expect(saidByVariant(variant({ ...t790m, presence: 'indeterminate' }))).toMatchObject({
    found: [],
    absent: [],
  });
});

const result = (display: string, more: object) => ({
  code: null,
  display,
  resultDisplay: null,
  finding: null,
  value: null,
  unit: null,
  comparator: null,
  ...more,
});
const positive = (resultDisplay: string) => ({ finding: 'positive' as const, resultDisplay });
const negative = { finding: 'negative' as const, resultDisplay: '野生型' };

test.each([
  ['EGFR', positive('21外显子L858R突变'), ['EGFR L858R'], []],
  ['EGFR', positive('19外显子缺失突变'), ['EGFR Exon 19 Deletion'], []],
  ['EGFR', positive('阳性'), ['EGFR Mutation'], []],
  ['ALK', positive('EML4::ALK融合'), ['EML4::ALK Fusion'], []],
  ['ALK', positive('阳性'), ['ALK Fusion'], []],
  ['ALK', negative, [], ['ALK Fusion']],
  ['KRAS', negative, [], ['KRAS']],
  ['KRAS', positive('G12D突变'), ['KRAS G12D'], []],
  ['FLT3', positive('ITD突变'), ['FLT3 ITD'], []],
  ['BCR-ABL1', positive('阳性'), ['BCR::ABL1 Fusion'], []],
  ['HER2', positive('阳性(3+)'), ['ERBB2 Overexpression'], []],
  ['HER2', positive('FISH扩增'), ['ERBB2 Amplification'], []],
  ['PD-L1', positive('阳性(TPS≥50%)'), ['CD274 Expression'], []],
  ['MSI', positive('MSI-H'), ['MSI High'], []],
  ['MSI', { finding: 'negative' as const, resultDisplay: 'MSS' }, [], ['MSI High']],
  ['TMB', { value: 12, unit: '/Mb' }, ['TMB High'], []],
  ['TMB', { value: 4, unit: '/Mb' }, [], ['TMB High']],
  ['HRD', positive('阳性'), [], []],
  ['KRAS', { finding: 'equivocal' as const }, [], []],
  ['Ki-67', { value: 30, unit: '%' }, [], []],
])('a result of %s %j finds %j, and not %j', (name, more, found, absent) => {
  expect(saidByBiomarker(result(name, more))).toMatchObject({ found, absent });
});
