import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { sexContradictsSite } from './sex-and-site.ts';

testCases<{ sex: string; topography: string | null; group: string | null }>(
  cases,
  ({ sex, topography, group }) => sexContradictsSite(sex, topography, group),
);
