import type { Job } from '@nodp/database/jobs';
import { STAGE_MEASURES } from '../kinds/tumour/measured.ts';
import { type Sweep, sweepJob, sweepOutdated } from '../sweep/sweep.ts';
import { type CheckedRow, findingsOf, STAGE_FINDINGS_VERSION } from './findings-of.ts';

export const CHECK_STAGES = 'check-stages';

const checking: Sweep = {
  kind: CHECK_STAGES,
  step: 'CHECKING_STAGES',
  runs: 'stage_check_run',
  version: STAGE_FINDINGS_VERSION,
  batch: 200,
  store: async (transaction, ids) => {
    const rows = await transaction<CheckedRow[]>`
      select * from patients.stages_to_check(${[...ids]}::uuid[], ${[...STAGE_MEASURES]}::text[])`;
    const found = rows.map(findingsOf);
    await transaction`select patients.store_stage_findings(${JSON.stringify(found)}::text::jsonb)`;
  },
};

/** Whether patients are stored whose stages this version never checked: loaded by COPY, or by an older version. */
export const stageChecksOutdated = (ownerUrl: string): Promise<boolean> =>
  sweepOutdated(ownerUrl, checking);

/** Looks for contradictions in the stages of every patient. */
export const checkStagesJob = (ownerUrl: string): Job => sweepJob(ownerUrl, checking);
