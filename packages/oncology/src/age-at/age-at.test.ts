import type { PartialDate } from '../dates/partial-date.ts';
import { testCases } from '../testing/cases.ts';
import { ageAt } from './age-at.ts';
import cases from './cases.json' with { type: 'json' };

testCases<[PartialDate | null, PartialDate | null]>(cases, ([born, on]) => ageAt(born, on));
