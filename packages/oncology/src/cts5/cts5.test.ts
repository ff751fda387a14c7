import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CTS5 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CTS5.decide(given));
