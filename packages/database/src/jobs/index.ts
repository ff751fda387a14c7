export type { Job, JobResult, JobWork } from './job.ts';
export { ensureJobAsOwner } from './owner.ts';
export { cancelJob, requestJob } from './request.ts';
