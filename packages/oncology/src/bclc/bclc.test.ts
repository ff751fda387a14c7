import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { BCLC } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => BCLC.decide(given));
