import { matchEvidence, shippedEvidence } from '@nodp/oncology';
import { expect, test } from 'vitest';
import { byDrug } from './drugs.ts';

const optionsOf = (diseases: string[], ...alterations: string[]) =>
  byDrug(
    matchEvidence(shippedEvidence(), { diseases, alterations, absent: [], tested: [] }).matches,
  );

test('drugs that stand for each other are read one by one, a combination as one', () => {
  const drugs = optionsOf(['1909'], 'BRAF V600E').map((one) => one.drugs.join(' + '));
  expect(drugs).toContain('Vemurafenib');
  expect(drugs).toContain('Dabrafenib + Trametinib');
  expect(new Set(drugs.map((name) => name.toLowerCase())).size).toBeGreaterThan(20);
});

test('contrary items of one drug stand side by side, resistance first', () => {
  const contrary = optionsOf(['9256'], 'KRAS G13D').filter(({ contradicting }) => contradicting);
  expect(contrary.length).toBeGreaterThan(0);
  for (const { items } of contrary) {
    const near = items.filter(({ relation }) => relation === 'same' || relation === 'broader');
    const says = near.map(({ item }) => `${item.direction} ${item.significance}`);
    const resistant = says.map((said) => said === 'Supports Resistance');
    // Resistance before the rest.
    expect(resistant).toEqual(resistant.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(says).size).toBeGreaterThan(1);
  }
});

test('every item that holds stands under one of its drugs, and under each that stands for it', () => {
  const { matches } = matchEvidence(shippedEvidence(), {
    diseases: ['3910'],
    alterations: ['EGFR L858R'],
    absent: [],
    tested: [],
  });
  const shown = byDrug(matches).flatMap(({ items }) => items.map(({ item }) => item.id));
  expect(new Set(shown)).toEqual(new Set(matches.map(({ item }) => item.id)));
});
