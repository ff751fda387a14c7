import { expect, test } from 'vitest';
import { isDecidedAfterDiagnosis } from './after-diagnosis.ts';
import type { CohortDefinition } from './definition.ts';

test.each<[string, CohortDefinition, boolean]>([
  ['a site and a stage', { all: [{ site: ['lung'] }, { stage: ['STAGE_IV'] }] }, false],
  ['a treatment', { all: [{ site: ['lung'] }, { treatment: { kind: 'SYSTEMIC' } }] }, true],
  ['no treatment', { all: [{ not: { treatment: { kind: 'SYSTEMIC' } } }] }, true],
  ['a test', { any: [{ sex: ['MALE'] }, { biomarker: { biomarker: 'EGFR' } }] }, true],
  [
    'a treatment among others',
    { atLeast: { least: 1, of: [{ treatment: { drugs: ['L01CD02'] } }] } },
    true,
  ],
])('%s', (_, definition, expected) => {
  expect(isDecidedAfterDiagnosis(definition)).toBe(expected);
});
