import type { Job } from '@nodp/database/jobs';
import { nationalDay, nationalTimeZone } from '@nodp/graph';
import { QUALITY_INDICATORS_VERSION } from '@nodp/oncology';
import type postgres from 'postgres';
import { renewDue, someDue } from '../sweep/due.ts';
import { type Sweep, sweepJob, sweepOutdated } from '../sweep/sweep.ts';
import { INDICATED_SITES, judgedOf } from './judged-of.ts';
import { type IndicatorFacts, NODE_CODES } from './person-of.ts';

export const JUDGE_INDICATORS = 'judge-indicators';

const store = async (transaction: postgres.TransactionSql, ids: readonly string[]) => {
  const rows = await transaction<IndicatorFacts[]>`
    select * from patients.indicator_facts(${[...ids]}::uuid[], ${[...INDICATED_SITES]}::text[],
      ${[...NODE_CODES]}::text[], ${nationalTimeZone})`;
  if (rows.length === 0) return;
  const today = nationalDay(new Date());
  const said = JSON.stringify(rows.map((row) => judgedOf(row, today)));
  await transaction`select patients.store_indicators(${said}::text::jsonb)`;
};

const everybody: Sweep = {
  kind: JUDGE_INDICATORS,
  step: 'JUDGING_INDICATORS',
  runs: 'indicator_run',
  version: QUALITY_INDICATORS_VERSION,
  batch: 200,
  store,
};

/** Whether patients are stored whom this version never judged, or of whom the day may change what is said. */
export const indicatorsOutdated = async (ownerUrl: string): Promise<boolean> =>
  (await sweepOutdated(ownerUrl, everybody)) || someDue(ownerUrl, everybody, 'indicator_recheck');

/** Judges every patient once for a version of the indicators, and from then on those alone whose window closes. */
export const judgeIndicatorsJob = (ownerUrl: string): Job => ({
  kind: JUDGE_INDICATORS,
  run: async (run) => {
    if (await sweepOutdated(ownerUrl, everybody)) return sweepJob(ownerUrl, everybody).run(run);
    return { patients: await renewDue(ownerUrl, everybody, 'indicator_recheck', run) };
  },
});
