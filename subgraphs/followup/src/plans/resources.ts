import type { Appointment, CarePlan } from '@medplum/fhirtypes';
import { participantsOf } from '../kinds/contact/participants.ts';
import { planKey, visitKey } from './source.ts';

/** How a plan stands, of FHIR's request statuses. */
export const PLAN_STATUSES = ['active', 'on-hold', 'completed', 'revoked'] as const;
type PlanStatus = (typeof PLAN_STATUSES)[number];

/** How one thing of a plan stands, of FHIR's activity statuses. */
export const ACTIVITY_STATUSES = [
  'not-started',
  'scheduled',
  'in-progress',
  'completed',
  'cancelled',
] as const;

export interface PlannedVisit {
  readonly on: string;
  /** `09:30` on the nation's clock. */
  readonly at: string;
  readonly venue: string | null;
}

/** What a person entered of a plan. */
export interface EnteredPlan {
  readonly what: string;
  readonly status: PlanStatus;
  readonly started: string;
  readonly ended: string | null;
  readonly activities: readonly {
    readonly what: string;
    readonly status: (typeof ACTIVITY_STATUSES)[number];
  }[];
  readonly visit: PlannedVisit | null;
}

export const carePlan = (
  patient: string,
  id: string,
  { what, status, started, ended, activities }: Omit<EnteredPlan, 'visit'>,
): CarePlan => ({
  resourceType: 'CarePlan',
  id: planKey(id),
  status,
  intent: 'plan',
  title: what,
  subject: { reference: `Patient/${patient}` },
  period: { start: started, ...(ended === null ? {} : { end: ended }) },
  // FHIR has no empty list.
  ...(activities.length === 0
    ? {}
    : {
        activity: activities.map((one) => ({
          detail: { status: one.status, description: one.what },
        })),
      }),
});

/** The appointment that is made with a plan. */
export const visitOf = (
  patient: string,
  id: string,
  what: string,
  { on, at, venue }: PlannedVisit,
): Appointment => ({
  resourceType: 'Appointment',
  id: visitKey(id),
  status: 'booked',
  description: what,
  start: `${on}T${at}:00+08:00`,
  end: `${on}T${at}:00+08:00`,
  participant: participantsOf({ reference: `Patient/${patient}` }, venue),
});
