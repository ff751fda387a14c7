import type { Appointment, CarePlan, Encounter } from '@medplum/fhirtypes';
import type { ContactRecord, EncounterRecord, PlanRecord } from '@nodp/record';
import { coded, nothing, type Place } from '@nodp/record/fhir';

export const readEncounter = (encounter: Encounter, place: Place): EncounterRecord => ({
  kind: 'encounter',
  ...place.of(),
  class: encounter.class?.code ?? null,
  what: coded(encounter.type?.[0]) ?? coded(encounter.reasonCode?.[0]) ?? nothing,
  started: place.instant(encounter.period?.start, 'period.start'),
  ended: place.instant(encounter.period?.end, 'period.end'),
});

export const readCarePlan = (plan: CarePlan, place: Place): PlanRecord => ({
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

export const readAppointment = (appointment: Appointment, place: Place): ContactRecord => ({
  kind: 'contact',
  ...place.of(),
  what:
    coded(appointment.appointmentType) ??
    coded(appointment.serviceType?.[0]) ??
    coded(appointment.reasonCode?.[0]) ??
    (appointment.description
      ? { system: null, code: null, display: appointment.description }
      : nothing),
  status: appointment.status,
  at: place.instant(
    appointment.start ?? appointment.requestedPeriod?.[0]?.start,
    appointment.start ? 'start' : 'requestedPeriod[0].start',
  ),
  note: appointment.comment ?? appointment.patientInstruction ?? null,
});
