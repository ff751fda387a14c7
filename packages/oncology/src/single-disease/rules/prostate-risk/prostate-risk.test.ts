import { expect, test } from 'vitest';
import { gradeGroupOfGleason, prostateRisk } from './prostate-risk.ts';

test.each([
  ['3+3=6', 1],
  ['3 + 4 = 7', 2],
  ['4+3=7', 3],
  ['4+4', 4],
  ['3+5=8', 4],
  ['4+5=9', 5],
  ['6', 1],
  ['10', 5],
  ['7', null],
  ['high', null],
])('Gleason %s is grade group %s', (value, group) => {
  expect(gradeGroupOfGleason(value)).toBe(group);
});

test.each([
  ['all low', 6, 1, 'T1c', 'N0', 'M0', 'LOW'],
  ['PSA of 20 is still between', 20, 1, 'T2a', null, null, 'INTERMEDIATE'],
  ['grade group 3', 6, 3, 'T1c', 'N0', 'M0', 'INTERMEDIATE'],
  ['PSA over 20, the rest not known', 21, null, null, null, null, 'HIGH'],
  ['T2c', 5, 1, 'cT2c', 'N0', 'M0', 'HIGH'],
  ['T2 without its part says nothing', 5, 1, 'T2', 'N0', 'M0', 'UNKNOWN'],
  ['T3a', 5, 1, 'T3a', 'N0', 'M0', 'LOCALLY_ADVANCED'],
  ['a node', 5, 1, 'T1c', 'N1', 'M0', 'LOCALLY_ADVANCED'],
  ['bone', 900, 5, 'T4', 'N1', 'M1b', 'METASTATIC'],
  ['no PSA', 'NOT_TESTED', 1, 'T1c', 'N0', 'M0', 'UNKNOWN'],
] as const)('%s', (_, psa, gradeGroup, t, n, m, risk) => {
  expect(prostateRisk({ psa, gradeGroup, t, n, m })).toBe(risk);
});
