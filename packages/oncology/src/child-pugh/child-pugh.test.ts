import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CHILD_PUGH } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CHILD_PUGH.decide(given));
