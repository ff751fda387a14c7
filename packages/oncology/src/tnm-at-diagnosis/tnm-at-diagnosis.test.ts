import { testCases } from '../testing/cases.ts';
import { stage } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { tnmAtDiagnosis } from './tnm-at-diagnosis.ts';

testCases<readonly Parameters<typeof stage>[0][]>(cases, (categories) =>
  tnmAtDiagnosis(categories.map((written) => ({ report: stage(written), named: true }))),
);
