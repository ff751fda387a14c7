/** What is asked for when the options of a patient are opened, apart from the page. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientOptionsDocument,
  type PatientOptionsQuery,
} from '../../../../graph/generated/graphql.ts';

export type PatientOptions = NonNullable<PatientOptionsQuery['patient']>;
export type Variant = PatientOptions['variants'][number];
export type GenomicTest = PatientOptions['genomicTests'][number];

export const optionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient-options', id],
    queryFn: async ({ signal }): Promise<PatientOptions | null> =>
      (await execute(PatientOptionsDocument, { id }, signal)).patient,
    staleTime: 60_000,
  });

export type OptionsOfTumour = PatientOptions['tumours'][number];
export type TargetedOptions = OptionsOfTumour['targetedOptions'];
export type DrugEvidence = TargetedOptions['drugs'][number];
export type EvidenceMatch = DrugEvidence['items'][number];
