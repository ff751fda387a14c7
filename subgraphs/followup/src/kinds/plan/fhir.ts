import type { CarePlan } from '@medplum/fhirtypes';
import { coded, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import type { PlanRecord } from './record.ts';

const readCarePlan = (plan: CarePlan, place: Place): PlanRecord => ({
  kind: 'plan',
  ...place.of(),
  what:
    coded(plan.category?.[0]) ??
    (plan.title ? { system: null, code: null, display: plan.title } : nothing),
  status: plan.status,
  started: place.date(
    plan.period?.start ?? plan.created,
    plan.period?.start ? 'period.start' : 'created',
  ),
  ended: place.date(plan.period?.end, 'period.end'),
  activities: (plan.activity ?? []).map((activity) => ({
    ...(coded(activity.detail?.code) ?? {
      system: null,
      code: null,
      display: activity.detail?.description ?? activity.reference?.display ?? null,
    }),
    status: activity.detail?.status ?? null,
  })),
});

export const fhir: FhirReader = {
  claims: { CarePlan: 'rest' },
  read: (resource, place) => ({ records: [readCarePlan(resource as CarePlan, place)] }),
};
