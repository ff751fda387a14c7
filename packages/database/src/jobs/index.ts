export type { Job, JobResult, JobWork } from './job.ts';
export { jobEnded, requestJobAsOwner } from './owner.ts';
export { cancelJob, requestJob } from './request.ts';
