/** The queries of surveillance and the types of their parts. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientAlertsDocument,
  type PatientAlertsQuery,
  PatientSurveillanceDocument,
  type PatientSurveillanceQuery,
} from '../../../../graph/generated/graphql.ts';
import { daysMade } from '../contacts.ts';
import type { Patient } from '../data.ts';

export type RecurrenceAlert = NonNullable<
  PatientAlertsQuery['patient']
>['recurrenceAlerts'][number];
export type Surveillance = NonNullable<PatientSurveillanceQuery['patient']>['surveillance'];
export type Course = Surveillance['courses'][number];

export const alertsQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'alerts'],
    queryFn: async ({ signal }): Promise<PatientAlertsQuery['patient']> =>
      (await execute(PatientAlertsDocument, { id }, signal)).patient ?? null,
  });

/** Days of imaging by modality: where imaging was done the patients subgraph does not know. */
const imagingOf = (patient: Patient) =>
  patient.imagingStudies
    .flatMap(({ startedAt, modalities }) =>
      startedAt
        ? modalities.flatMap(({ code }) =>
            code ? [{ on: startedAt.slice(0, 10), modality: code }] : [],
          )
        : [],
    )
    .slice(0, 2000);

/** Days on which follow-up reached the patient, which is said by the followup subgraph alone. */
const contactsOf = ({ followupContacts }: Patient): string[] =>
  daysMade(followupContacts).slice(0, 2000);

export const surveillanceQuery = (patient: Patient) =>
  queryOptions({
    queryKey: ['patient', patient.id, 'surveillance'],
    queryFn: async ({ signal }): Promise<Surveillance | null> =>
      (
        await execute(
          PatientSurveillanceDocument,
          { id: patient.id, imaging: imagingOf(patient), contacts: contactsOf(patient) },
          signal,
        )
      ).patient?.surveillance ?? null,
  });
