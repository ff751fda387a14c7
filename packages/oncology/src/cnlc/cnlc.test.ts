import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CNLC } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CNLC.decide(given));
