import { expect, test } from 'vitest';
import { findingLabel } from './biomarkers.ts';

test.each([
  ['HGNC:6407', 'KRAS', 'positive', '突变型'],
  ['HGNC:6407', 'KRAS', 'negative', '野生型'],
  ['21665-5', null, 'negative', '野生型'],
  ['48676-1', null, 'positive', '阳性'],
  [null, 'PD-L1', 'negative', '阴性'],
  [null, 'ALK', 'positive', '阳性'],
  [null, 'KRAS', 'equivocal', '可疑'],
  [null, '从未听说', 'positive', '阳性'],
])('%s %s %s is %s', (code, name, finding, zh) => {
  expect(findingLabel(code, name, finding)?.zh).toBe(zh);
});

test('what is no finding has no words', () => {
  expect([findingLabel(null, 'KRAS', null), findingLabel(null, 'KRAS', 'toString')]).toEqual([
    null,
    null,
  ]);
});
