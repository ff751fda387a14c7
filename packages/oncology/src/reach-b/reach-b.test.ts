import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { REACH_B } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => REACH_B.decide(given));
