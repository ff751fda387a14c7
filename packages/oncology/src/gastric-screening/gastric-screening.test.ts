import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { GASTRIC_SCREENING } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => GASTRIC_SCREENING.decide(given));
