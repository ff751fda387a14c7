import type { Job } from '@nodp/database/jobs';
import { RECURRENCE_SURVEY_VERSION, rulesInForce } from '@nodp/oncology';
import { type Sweep, sweepJob, sweepOutdated } from '../sweep/sweep.ts';
import { alertsOf } from './alerts-of.ts';
import { SURVEYED_CODES } from './surveyed-codes.ts';
import type { SurveyedRow } from './surveyed-rows.ts';

export const SURVEY = 'survey';

const survey: Sweep = {
  kind: SURVEY,
  step: 'SURVEYING',
  runs: 'surveillance_run',
  version: RECURRENCE_SURVEY_VERSION,
  batch: 200,
  store: async (transaction, ids) => {
    const inForce = rulesInForce(
      await transaction<
        { ruleId: string; version: number; inForce: boolean; confirmed: boolean }[]
      >`
        select * from basic.rule_switch order by switched_at, id`,
    );
    const rows = await transaction<SurveyedRow[]>`
      select * from patients.surveyed(${[...ids]}::uuid[], ${[...SURVEYED_CODES]}::text[])`;
    const now = new Date();
    const found = rows.map((row) => alertsOf(row, inForce, now));
    await transaction`select patients.store_alerts(${JSON.stringify(found)}::text::jsonb)`;
  },
};

/** Whether patients are stored whom these rules never surveyed: loaded by COPY, or by an older version. */
export const surveyOutdated = (ownerUrl: string): Promise<boolean> =>
  sweepOutdated(ownerUrl, survey);

/** Surveys every patient by the rules of this version. */
export const surveyJob = (ownerUrl: string): Job => sweepJob(ownerUrl, survey);
