import { expect, test } from 'vitest';
import { askedDrugs } from './asked-drugs.ts';

const group = (
  drug: string,
  items: readonly (readonly [level: string, by: readonly string[]])[],
  interaction: string | null = null,
) => ({
  drugs: [drug],
  names: [{ en: drug, zh: drug }],
  interaction,
  items: items.map(([level, by]) => ({ level, by })),
});

const asked = (...groups: ReturnType<typeof group>[]) =>
  askedDrugs(groups).map(({ drug, driver }) => [drug, driver]);

test('by the gene whose alteration the evidence of the drug matched, not the first found', () => {
  expect(
    asked(
      group('Cetuximab', [['C', ['PIK3CA E545K']]]),
      group('Alectinib', [['A', ['EML4::ALK Fusion']]]),
    ),
  ).toEqual([
    ['Cetuximab', 'PIK3CA'],
    ['Alectinib', 'ALK'],
  ]);
});
test('what matched because a gene is not altered has no driver', () => {
  expect(asked(group('Gefitinib', [['B', ['EGFR Wildtype']]]))).toEqual([['Gefitinib', null]]);
});
test('compounds that no patient of a study was given, and combinations, are left out', () => {
  expect(
    asked(group('JW55', [['D', ['APC R1450*']]]), group('Dabrafenib', [['A', []]], 'Combination')),
  ).toEqual([]);
});
