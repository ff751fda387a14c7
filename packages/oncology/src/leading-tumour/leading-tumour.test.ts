import { testCases } from '../testing/cases.ts';
import { tumour } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { leadingTumour } from './leading-tumour.ts';

testCases<Parameters<typeof tumour>[0][]>(
  cases,
  (given) => leadingTumour(given.map(tumour))?.id ?? null,
);
