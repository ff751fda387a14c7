import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { LUGANO } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => LUGANO.decide(given));
