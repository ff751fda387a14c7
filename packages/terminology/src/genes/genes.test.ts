import { expect, test } from 'vitest';
import { geneSymbolOf } from './genes.ts';

test.each([
  ['HGNC:3236', 'EGFR', 'EGFR'],
  ['HGNC:3236', null, 'EGFR'],
  ['3236', '表皮生长因子受体', 'EGFR'],
  ['HGNC:99999', 'NRG1', 'NRG1'],
  [null, 'her2', 'ERBB2'],
  [null, 'KRAS基因', 'KRAS'],
  [null, 'C11orf95', 'C11orf95'],
  [null, 'H3-3A', 'H3-3A'],
  [null, 'not a gene', null],
  ['LA9633-4', '检出', null],
  [null, null, null],
])('%s %s is %s', (code, display, symbol) => {
  expect(geneSymbolOf(code, display)).toBe(symbol);
});
