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
  ['TP53基因', 'TP53'],
  ['EGFR基因突变检测', 'EGFR'],
  ['KRAS gene mutation', 'KRAS'],
  ['p53蛋白', 'p53'],
  ['CD117(IHC)', 'CD117'],
  ['PD-L1表达', 'PD-L1'],
  ['P16(INK4a)', 'p16'],
  ['HPV16/18', 'HPV'],
  ['高危型HPV DNA检测', 'HPV'],
  ['HPV疫苗', undefined],
  // The stain of a protein whose gene alone is listed is not its gene.
  ['EGFR蛋白', undefined],
  ['p53基因', undefined],
])('a stain of a protein is not a test of the virus or the gene: %s is %s', (name, id) => {
  expect(biomarkerOfName(name)?.id).toBe(id);
});
