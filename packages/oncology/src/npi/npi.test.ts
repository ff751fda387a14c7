import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { NPI } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => NPI.decide(given));
