export type { Job, JobResult, JobWork } from './job.ts';
export { ensureAnotherJob, ensureJobAsOwner } from './owner.ts';
export { type Regularly, regularly, type Stoppable } from './regularly.ts';
export { cancelJob, requestJob } from './request.ts';
