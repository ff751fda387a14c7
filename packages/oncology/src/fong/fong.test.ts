import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { FONG } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => FONG.decide(given));
