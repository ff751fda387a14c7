import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { type Surveyed, survey } from './survey.ts';

type Written = Partial<Omit<Surveyed, 'results'>> & {
  readonly results: [string, string, number][];
};

testCases<Written>(cases, ({ results, ...given }) =>
  survey(
    {
      siteGroup: null,
      topography: null,
      morphology: null,
      stageGroup: null,
      broadStage: null,
      died: null,
      metastases: [],
      worsened: [],
      treatments: [],
      bilirubinRaised: [],
      smoker: null,
      acted: [],
      ...given,
      results: results.map(([loinc, date, value]) => ({ loinc, date, value, below: false })),
    },
    '2026-06-30',
  ),
);
