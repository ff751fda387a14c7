import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { IMDC } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => IMDC.decide(given));
