import { ensureJobAsOwner } from '@nodp/database/jobs';
import { indicatorsOutdated, JUDGE_INDICATORS } from '../indicators/indicators-job.ts';
import { RENEW_TASKS, tasksOutdated } from './tasks-job.ts';

/** Looks every minute whether the day, or what another job found, changes the tasks of somebody or what indicators say, and asks for the job that does. */
export const startRenewingTasks = (
  ownerUrl: string,
  onError: (error: Error) => void,
  seconds = 60,
): { stop(): Promise<void> } => {
  let running = Promise.resolve();
  const look = () => {
    running = running
      .then(async () => {
        if (await tasksOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, RENEW_TASKS);
        if (await indicatorsOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, JUDGE_INDICATORS);
      })
      .catch(onError);
  };
  look();
  const timer = setInterval(look, 1000 * seconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
