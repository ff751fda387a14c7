import type { CodeableConcept, Observation, ObservationComponent } from '@medplum/fhirtypes';
import { claims, codings, LOINC } from '@nodp/record/fhir';

/** LOINC of HL7's Genomics Reporting and of mCODE's genomic variant. */
export const VARIANT = '69548-6';
export const GENE = '48018-6';
export const PROTEIN_CHANGE = '48005-3';
export const CODING_CHANGE = '48004-6';
export const GENOMIC_CHANGE = '81290-9';
export const NAMED_CHANGE = '81252-9';
export const TRANSCRIPT = '51958-7';
export const DNA_CHANGE_TYPE = '48019-4';
export const AMINO_ACID_CHANGE_TYPE = '48006-1';
export const COPY_NUMBER = '82155-3';
export const ALLELE_FRACTION = '81258-6';
export const SOURCE_CLASS = '48002-0';

/** mCODE's genomic Observations are of the laboratory. */
export const LABORATORY = [
  {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/observation-category',
        code: 'laboratory',
      },
    ],
  },
];

const CHANGES: readonly string[] = [
  PROTEIN_CHANGE,
  CODING_CHANGE,
  GENOMIC_CHANGE,
  NAMED_CHANGE,
  DNA_CHANGE_TYPE,
  AMINO_ACID_CHANGE_TYPE,
  COPY_NUMBER,
];

export const loincOf = (concept: CodeableConcept | undefined): string[] =>
  codings(concept)
    .filter((c) => c.system === LOINC)
    .map((c) => c.code);

/** Components that ask for one of the codes. */
export const componentsOf = (o: Observation, ...codes: readonly string[]): ObservationComponent[] =>
  (o.component ?? []).filter((c) => loincOf(c.code).some((code) => codes.includes(code)));

/** Whether an Observation is about a genomic variant. */
export const isVariant = (o: Observation): boolean =>
  loincOf(o.code).includes(VARIANT) || claims(o, 'genomic-variant');

/**
 * Whether it says which change it is: HGVS, a name, a kind, copies, or two genes. One that says no more than a gene and
 * whether it is mutated is a biomarker's result.
 */
export const saysChange = (o: Observation): boolean =>
  isVariant(o) &&
  (componentsOf(o, ...CHANGES).some(
    (c) => c.valueCodeableConcept ?? c.valueString ?? c.valueQuantity,
  ) ||
    componentsOf(o, GENE).length > 1);
