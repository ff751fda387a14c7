import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { KHORANA } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => KHORANA.decide(given));
