import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { AMAP } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => AMAP.decide(given));
