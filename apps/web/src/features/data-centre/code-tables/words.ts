/** Words of code tables. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CodeDomain,
  CodeMappingProblem,
  LocalCodeFactsFragment,
  LocalCodeState,
} from '../../../graph/generated/graphql.ts';

/** A code of an institution's own, as the page shows it. */
export type LocalCode = LocalCodeFactsFragment;

export const domainWords: Readonly<Record<CodeDomain, MessageDescriptor>> = {
  TEST: msg`Test`,
  DIAGNOSIS: msg`Diagnosis`,
  SITE: msg`Site of the body`,
  DRUG: msg`Drug`,
};
export const domains = Object.keys(domainWords) as CodeDomain[];

export const stateWords: Readonly<Record<LocalCodeState, MessageDescriptor>> = {
  UNMAPPED: msg`Unmapped`,
  MAPPED: msg`Mapped`,
  ALL: msg`All`,
};
export const states = Object.keys(stateWords) as LocalCodeState[];

export const problemWords: Readonly<Record<CodeMappingProblem, MessageDescriptor>> = {
  NO_TARGET: msg`There is no such code. Choose one of the list, or write it as its system has it.`,
  REASON: msg`Give a reason of 3 to 500 characters.`,
};

/** The names people know code systems by. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'http://loinc.org': 'LOINC',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://terminology.hl7.org/CodeSystem/icd-o-3': 'ICD-O-3',
  'http://www.whocc.no/atc': 'ATC',
};

export const systemName = (system: string): string => SYSTEMS[system] ?? system;

/** What the graph knows a code by. */
export const asked = ({ institution, domain, system, code }: LocalCode) => ({
  institution: institution.id,
  domain,
  system,
  code,
});

export const codesKey = ['local-codes'];
