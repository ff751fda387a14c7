import { testCases } from '../testing/cases.ts';
import { stage, tumour } from '../testing/reports.ts';
import { assessTumours } from './assessments.ts';
import cases from './cases.json' with { type: 'json' };

interface Given {
  readonly tumours: readonly Parameters<typeof tumour>[0][];
  readonly stages: readonly Parameters<typeof stage>[0][];
}

/** Of every tumour the reports and the assessments by id; `?` after one that does not name the tumour. */
testCases<Given>(cases, ({ tumours, stages }) =>
  assessTumours(tumours.map(tumour), stages.map(stage)).map(
    ({ reports, assessments, unassigned }) => ({
      reports: reports.map(({ id }) => id),
      assessments: assessments.map(({ report, named }) => `${report.id}${named ? '' : '?'}`),
      unassigned,
    }),
  ),
);
