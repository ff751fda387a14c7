import { testCases } from '../testing/cases.ts';
import { stage } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { stageAtDiagnosis } from './stage-at-diagnosis.ts';

/** A stage as `stage` reads it, and whether it names the tumour (unless it says otherwise it does). */
type Written = Parameters<typeof stage>[0] & { readonly named?: boolean };

testCases<{ stages: readonly Written[]; unassigned?: boolean }>(cases, ({ stages, unassigned }) =>
  stageAtDiagnosis(
    stages.map(({ named = true, ...written }) => ({ report: stage(written), named })),
    unassigned ?? false,
  ),
);
