/** Screening: rounds entered and taken back by the gateway, which writes the records that they are; read by the graph. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  PatientScreeningDocument,
  type PatientScreeningQuery,
  ScreeningCountsDocument,
  type ScreeningPersonsQuery,
  ScreeningProgrammesDocument,
  type ScreeningProgrammesQuery,
  type ScreeningView,
  type StandingFragment,
} from '../../../graph/generated/graphql.ts';
import { entering } from '../entering.ts';

export type Programme = ScreeningProgrammesQuery['screeningProgrammes'][number];
export type Standing = StandingFragment;
export type Person = ScreeningPersonsQuery['screeningPersons']['edges'][number]['node'];
export type Round = NonNullable<PatientScreeningQuery['patient']>['screeningRounds'][number];

export const viewWords: Record<ScreeningView, MessageDescriptor> = {
  ALL: msg`Everybody of the programme`,
  OVERDUE: msg`Next test overdue`,
  WORK_UP: msg`Work-up for a diagnosis`,
  INVITED: msg`Invited, not attended`,
  DUE: msg`Next test due later`,
  DIAGNOSED: msg`Cancer diagnosed`,
  INTERVAL_CANCER: msg`Interval cancer`,
  CANNOT_BE_JUDGED: msg`Cannot be judged`,
  DECLINED: msg`Opted out`,
};
export const VIEWS = Object.keys(viewWords) as ScreeningView[];

export const programmesQuery = queryOptions({
  queryKey: ['screening', 'programmes'],
  queryFn: async ({ signal }) =>
    (await execute(ScreeningProgrammesDocument, {}, signal)).screeningProgrammes,
  staleTime: Number.POSITIVE_INFINITY,
});

export const countsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['screening', 'counts', programme],
    queryFn: async ({ signal }) =>
      (await execute(ScreeningCountsDocument, { programme }, signal)).screeningCounts,
  });

export const patientScreeningQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'screening'],
    queryFn: async ({ signal }) =>
      (await execute(PatientScreeningDocument, { id }, signal)).patient,
  });

export interface EnteredRound {
  readonly patient: string;
  readonly programme: string;
  readonly invited: string | null;
  readonly declined: string | null;
  readonly tested: string | null;
  readonly test: string | null;
  readonly result: string | null;
}

export const { useEnter: useEnterRound, useTakeBack: useTakeRoundBack } = entering<EnteredRound>(
  '/screening-rounds',
  [['screening'], ['tasks'], ['patient']],
);
