import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { smokingStatusOf } from './smoking-status.ts';

/** The answers of LOINC's list LL2201-3 and their SNOMED CT names, and words of Chinese records. */
testCases<string>(cases, smokingStatusOf);
