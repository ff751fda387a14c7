/** The keys of records that a plan of follow-up is, where it was made on a page. */
const PLAN = 'plan-';

export const planKey = (id: string): string => `${PLAN}${id}`;

/** The key of an appointment that was made with a plan. */
export const visitKey = (id: string): string => `visit-${id}`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a plan is one that was made here, not one that an institution's system sent. */
export const isEnteredPlan = (sourceId: string): boolean =>
  sourceId.startsWith(PLAN) && UUID.test(sourceId.slice(PLAN.length));
