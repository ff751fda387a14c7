import { expect, test } from 'vitest';
import { breastSubtype } from './breast-subtype.ts';

const [p, n] = ['POSITIVE', 'NEGATIVE'] as const;

test.each([
  ['both receptors, few cells dividing', p, p, n, 10, 'LUMINAL_A'],
  ['both receptors, a fifth dividing', p, p, n, 20, 'LUMINAL_B_HER2_NEGATIVE'],
  ['no progesterone receptor', p, n, n, 5, 'LUMINAL_B_HER2_NEGATIVE'],
  ['no progesterone receptor, Ki-67 not tested', p, n, n, 'NOT_TESTED', 'LUMINAL_B_HER2_NEGATIVE'],
  ['both receptors, Ki-67 not tested', p, p, n, 'NOT_TESTED', 'UNKNOWN'],
  ['receptors and HER2', p, p, p, 'NOT_TESTED', 'LUMINAL_B_HER2_POSITIVE'],
  ['HER2 alone', n, n, p, 60, 'HER2_POSITIVE'],
  ['none of the three', n, n, n, 70, 'TRIPLE_NEGATIVE'],
  ['HER2 2+ without in-situ hybridisation', n, n, 'EQUIVOCAL', 70, 'UNKNOWN'],
  ['no oestrogen receptor, the other not tested', n, 'NOT_TESTED', n, 70, 'UNKNOWN'],
  ['nothing tested', 'NOT_TESTED', 'NOT_TESTED', 'NOT_TESTED', 'NOT_TESTED', 'UNKNOWN'],
] as const)('%s', (_, er, pr, her2, ki67, expected) => {
  expect(breastSubtype({ er, pr, her2, ki67 })).toBe(expected);
});
