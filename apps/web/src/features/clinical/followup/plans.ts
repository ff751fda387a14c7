/** Plans of follow-up made here: the gateway writes them as records of the institution; what a schedule has due is read by the graph. */
import { execute } from '../../../graph/execute.ts';
import { PlanScheduleDocument } from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';
import { entering } from '../entering.ts';

export const PLAN_STATUSES = ['active', 'on-hold', 'completed', 'revoked'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
export const ACTIVITY_STATUSES = [
  'not-started',
  'scheduled',
  'in-progress',
  'completed',
  'cancelled',
] as const;

export interface PlannedItem {
  readonly what: string;
  readonly status: (typeof ACTIVITY_STATUSES)[number];
}

export interface EnteredPlan {
  readonly patient: string;
  readonly plan: string | null;
  readonly what: string;
  readonly status: PlanStatus;
  readonly started: string;
  readonly ended: string | null;
  readonly activities: readonly PlannedItem[];
  readonly visit: {
    readonly on: string;
    readonly at: string;
    readonly venue: string | null;
  } | null;
  readonly callOff: boolean;
}

/** A plan as the page has it. */
export interface KnownPlan {
  readonly id: string;
  readonly what: string;
  readonly status: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly activities: readonly { readonly what: string; readonly status: string | null }[];
}

export const isOver = (status: PlanStatus): boolean =>
  status === 'completed' || status === 'revoked';

/** The name of the schedule that the patient's cancer is followed by, and what is due next of each examination; null where there is none. */
export const scheduleOf = async (
  id: string,
): Promise<{ readonly title: Label; readonly due: readonly (Label & { on: string })[] } | null> => {
  const { patient } = await execute(PlanScheduleDocument, { id });
  const schedule = patient?.surveillance?.schedule;
  if (!schedule) return null;
  return {
    title: schedule.title,
    due: schedule.examinations.flatMap(({ what, due }) => {
      const next = due.find(({ state }) => state !== 'DONE');
      return next ? [{ ...what, on: next.on }] : [];
    }),
  };
};

export const { useEnter: useEnterPlan, useTakeBack: useWithdrawPlan } = entering<EnteredPlan>(
  '/followup-plans',
  [['contacts-due'], ['tasks'], ['patient']],
);
