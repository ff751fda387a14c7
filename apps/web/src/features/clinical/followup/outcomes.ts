/** Outcomes of contacts: entered and taken back by the gateway, which writes the records that they are; read by the graph. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  type ContactOutcomeKind,
  type DiseaseTrend,
  PatientOutcomesDocument,
} from '../../../graph/generated/graphql.ts';
import { entering } from '../entering.ts';

export const outcomeWords: Record<ContactOutcomeKind, MessageDescriptor> = {
  REACHED_NO_DISEASE: msg`Reached: no evidence of disease`,
  REACHED_WITH_DISEASE: msg`Reached: with disease`,
  DIED: msg`The patient has died`,
  REFUSED: msg`Refuses further contacts`,
  WRONG_NUMBER: msg`Wrong number`,
  NOT_REACHED: msg`Not reached`,
};
export const OUTCOMES = Object.keys(outcomeWords) as ContactOutcomeKind[];
export const STATUSES = [
  'STABLE',
  'PROGRESSED',
  'RECURRED',
  'NOT_EVALUABLE',
] as const satisfies readonly DiseaseTrend[];

export interface EnteredOutcome {
  readonly patient: string;
  readonly contact: string | null;
  readonly outcome: ContactOutcomeKind;
  readonly on: string;
  readonly status: (typeof STATUSES)[number] | null;
  readonly died: string | null;
  readonly cause: string | null;
  readonly note: string | null;
  /** Left out for the plan's own next date. */
  readonly next?: string | null;
}

export const patientOutcomesQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'outcomes'],
    queryFn: async ({ signal }) => (await execute(PatientOutcomesDocument, { id }, signal)).patient,
  });

export const { useEnter: useEnterOutcome, useTakeBack: useTakeOutcomeBack } =
  entering<EnteredOutcome>('/contact-outcomes', [['contacts-due'], ['tasks'], ['patient']]);
