import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { NCCN_IPI } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => NCCN_IPI.decide(given));
