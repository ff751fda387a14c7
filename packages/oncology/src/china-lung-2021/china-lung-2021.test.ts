import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CHINA_LUNG_2021 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CHINA_LUNG_2021.decide(given));
