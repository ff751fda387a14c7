import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { IPI } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => IPI.decide(given));
