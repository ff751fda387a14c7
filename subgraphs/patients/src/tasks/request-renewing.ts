import { ensureJobAsOwner } from '@nodp/database/jobs';
import { indicatorsOutdated, JUDGE_INDICATORS } from '../indicators/indicators-job.ts';
import { RENEW_TASKS, tasksOutdated } from './tasks-job.ts';

/** Requests the job that renews tasks where the day, or what another job found, changes those of somebody. */
export const requestRenewingTasks = async (ownerUrl: string): Promise<void> => {
  if (await tasksOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, RENEW_TASKS);
  if (await indicatorsOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, JUDGE_INDICATORS);
};
