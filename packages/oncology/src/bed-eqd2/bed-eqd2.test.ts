import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { BED_EQD2 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => BED_EQD2.decide(given));
