import { testCases } from '../testing/cases.ts';
import { tumour } from '../testing/reports.ts';
import { behaviourOf } from './behaviour.ts';
import cases from './cases.json' with { type: 'json' };

testCases<{ icd10?: string; morphology?: string }>(cases, (given) =>
  behaviourOf(tumour({ id: 'a', ...given })),
);
