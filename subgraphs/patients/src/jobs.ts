/** The work of this subgraph that outlives a request. */
export { indicatorsOutdated, judgeIndicatorsJob } from './indicators/indicators-job.ts';
export { MATCH, matchJob } from './matching/match-job.ts';
export { matchingOutdated } from './matching/run.ts';
export { identityHashesOutdated } from './people/renew-hashes.ts';
export { RENEW_HASHES, renewHashesJob } from './people/renew-hashes-job.ts';
export { unreadableIdentities } from './people/unreadable-identities.ts';
export {
  CHECK_STAGES,
  checkStagesJob,
  stageChecksOutdated,
} from './stage-findings/check-job.ts';
export { summariesOutdated } from './summary/recompute.ts';
export { recomputeJob } from './summary/recompute-job.ts';
export { SURVEY, surveyJob, surveyOutdated } from './surveillance/survey-job.ts';
export { requestRenewingTasks } from './tasks/request-renewing.ts';
export { renewTasksJob, tasksOutdated } from './tasks/tasks-job.ts';
