import { expect, test } from 'vitest';
import { biomarkerOfName } from './biomarkers.ts';

test.each([
  ['p16', 'p16'],
  ['P16', 'p16'],
  ['HPV', 'HPV'],
  ['p53', 'p53'],
  ['TP53', 'TP53'],
  ['CD117', 'CD117'],
  ['c-KIT', 'KIT'],
])('a stain of a protein is not a test of the virus or the gene: %s is %s', (name, id) => {
  expect(biomarkerOfName(name)?.id).toBe(id);
});
