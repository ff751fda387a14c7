/** Outcomes of contacts: entered and taken back by the gateway, which writes the records that they are; read by the graph. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { codeOfStatus, execute, GraphError, post } from '../../../graph/execute.ts';
import {
  type ContactOutcomeKind,
  type DiseaseTrend,
  PatientOutcomesDocument,
} from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';

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

export type Kept =
  | { readonly outcome: 'taken'; readonly id: string; readonly nextOn: string | null }
  | { readonly outcome: 'refused'; readonly problems: readonly Label[] };

const send = async (path: string, body: object): Promise<Kept> => {
  const response = await post(`/contact-outcomes${path}`, body);
  if (response.ok || response.status === 422) return response.json();
  const told = (await response.json().catch(() => null)) as { message?: Label } | null;
  const words = told?.message;
  throw new GraphError(
    codeOfStatus(response.status),
    words === undefined ? '' : `${words.en} / ${words.zh}`,
    response.headers.get('x-request-id'),
  );
};

export const patientOutcomesQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'outcomes'],
    queryFn: async ({ signal }) => (await execute(PatientOutcomesDocument, { id }, signal)).patient,
  });

/** Lists, counts and the patient's page are read again. */
const useSent = <Given>(work: (given: Given) => Promise<Kept>, done: (kept: Kept) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async (kept) => {
      done(kept);
      if (kept.outcome === 'refused') return;
      await Promise.all(
        [['contacts-due'], ['tasks'], ['patient']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};

export const useEnterOutcome = (done: (kept: Kept) => void) =>
  useSent((entered: EnteredOutcome) => send('', entered), done);

export const useTakeOutcomeBack = (done: (kept: Kept) => void) =>
  useSent((id: string) => send(`/${encodeURIComponent(id)}/take-back`, {}), done);
