import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { COLORECTAL_PROGRAMME } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => COLORECTAL_PROGRAMME.decide(given));
