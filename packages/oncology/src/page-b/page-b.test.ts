import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { PAGE_B } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => PAGE_B.decide(given));
