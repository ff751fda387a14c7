/** Tables of the basic function pool. */
export * from './basic/audit.ts';
export * from './basic/clients.ts';
export * from './basic/codes.ts';
export * from './basic/counts.ts';
export * from './basic/deaths.ts';
export * from './basic/held.ts';
export * from './basic/jobs.ts';
export * from './basic/network.ts';
export * from './basic/platform.ts';
export * from './basic/referrals.ts';
export * from './basic/reviews.ts';
export * from './basic/rules.ts';
export { applicationRole, basic, bytea } from './basic/schema.ts';
export * from './basic/services.ts';
export * from './basic/submissions.ts';
export * from './basic/tallies.ts';
