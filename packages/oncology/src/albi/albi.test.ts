import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { ALBI } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => ALBI.decide(given));
