import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { APCS } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => APCS.decide(given));
