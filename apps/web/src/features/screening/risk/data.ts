/** What the page of risk asks, and the types of its parts. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  AssessRiskDocument,
  type AssessRiskQuery,
  RiskFormDocument,
  type RiskFormQuery,
  RiskOfPatientDocument,
  type RiskOfPatientQuery,
} from '../../../graph/generated/graphql.ts';

export type RiskInput = RiskFormQuery['riskInputs'][number];
export type Person = NonNullable<RiskOfPatientQuery['patient']>;
export type Known = Person['riskKnown'][number];
export type Answer = AssessRiskQuery['assessRisk']['answers'][number];
export type Span = NonNullable<Answer['span']>;
export type Effect = Answer['effects'][number];

/** Values by input, as they are typed; what is not there is not known. */
export type Values = Readonly<Record<string, string>>;

export const formQuery = queryOptions({
  queryKey: ['risk-form'],
  queryFn: async ({ signal }) => (await execute(RiskFormDocument, {}, signal)).riskInputs,
  staleTime: Number.POSITIVE_INFINITY,
});

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['risk-of-patient', id],
    queryFn: async ({ signal }) => (await execute(RiskOfPatientDocument, { id }, signal)).patient,
  });

export const answersQuery = (values: Values) =>
  queryOptions({
    queryKey: ['assess-risk', values],
    queryFn: async ({ signal }) => {
      const given = Object.entries(values).map(([input, value]) => ({ input, value }));
      return (await execute(AssessRiskDocument, { values: given }, signal)).assessRisk;
    },
    // What was typed of a person is not retained once the page is left.
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
