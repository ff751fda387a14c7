import { expect, test } from 'vitest';
import { asKnown } from './as-known.ts';
import type { CohortDefinition } from './definition.ts';
import { print } from './print.ts';

const read = (definition: CohortDefinition): string => print(asKnown(definition)).en;

const egfr: CohortDefinition = { variant: { gene: 'EGFR' } };
const women: CohortDefinition = { sex: ['FEMALE'] };

test.each<[string, CohortDefinition, string]>([
  ['a change that was found', egfr, 'EGFR found'],
  [
    'not a change: the gene was tested, and nothing may be it',
    { not: egfr },
    'EGFR tested and not EGFR found or not ruled out',
  ],
  [
    'tested and not found is the same',
    { variant: { gene: 'EGFR', finding: 'NOT_FOUND' } },
    'EGFR tested and not EGFR found or not ruled out',
  ],
  [
    'what is not not found',
    { not: { variant: { gene: 'EGFR', finding: 'NOT_FOUND' } } },
    'EGFR found',
  ],
  ['twice not', { not: { not: egfr } }, 'EGFR found'],
  [
    'whether it was tested is known of everyone',
    { not: { variant: { gene: 'EGFR', finding: 'TESTED' } } },
    'not EGFR tested',
  ],
  [
    'criteria that are known stay as they are',
    { not: { any: [women, { stage: ['STAGE_IV'] }] } },
    'not (female or stage IV)',
  ],
  [
    'not both: one of them is known not to be',
    { not: { all: [women, egfr] } },
    'not female or (EGFR tested and not EGFR found or not ruled out)',
  ],
  [
    'neither',
    { atMost: { most: 0, of: [women, egfr] } },
    'at least 2 of: not female; (EGFR tested and not EGFR found or not ruled out)',
  ],
])('%s', (_, definition, expected) => {
  expect(read(definition).toLowerCase()).toBe(expected.toLowerCase());
});
