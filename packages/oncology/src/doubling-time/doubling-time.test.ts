import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { DOUBLING_TIME } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => DOUBLING_TIME.decide(given));
