import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CPS_EG } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CPS_EG.decide(given));
