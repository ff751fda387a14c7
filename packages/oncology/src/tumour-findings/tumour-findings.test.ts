import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { foundOf, type TumourFinding } from './tumour-findings.ts';

testCases<{ reported: Parameters<typeof foundOf>[0]; findings: readonly TumourFinding[] }>(
  cases,
  ({ reported, findings }) => foundOf(reported, findings),
);
