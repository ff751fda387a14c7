/** How the enumerations of cohorts read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CohortFinding,
  CohortProperty,
  CohortTreatmentKind,
} from '../../graph/generated/graphql.ts';
import type { Kind } from './definition/criterion.ts';

export const kindWords: Record<Kind, MessageDescriptor> = {
  site: msg`Cancer site`,
  histology: msg`Histology`,
  stage: msg`Stage at diagnosis`,
  sex: msg`Sex`,
  age: msg`Age at diagnosis`,
  year: msg`Year of diagnosis`,
  province: msg`Province`,
  treatment: msg`Treatment`,
  biomarker: msg`Biomarker`,
};

/** What a kind of criterion asks, where the name alone does not say. */
export const kindDetails: Partial<Record<Kind, MessageDescriptor>> = {
  histology: msg`ICD-O-3 morphology`,
  age: msg`completed years`,
  province: msg`of the reporting institution`,
  treatment: msg`kind, drug, regimen`,
  biomarker: msg`tested, and what was found`,
};

export const findingWords: Record<CohortFinding, MessageDescriptor> = {
  POSITIVE: msg`Positive`,
  NEGATIVE: msg`Negative`,
  EQUIVOCAL: msg`Equivocal`,
};

export const cohortTreatmentWords: Record<CohortTreatmentKind, MessageDescriptor> = {
  SURGERY: msg`Surgery`,
  RADIOTHERAPY: msg`Radiotherapy`,
  SYSTEMIC: msg`Systemic therapy`,
  OTHER: msg`Other procedures`,
};

export const propertyWords: Record<CohortProperty, MessageDescriptor> = {
  SITE_GROUP: kindWords.site,
  STAGE: kindWords.stage,
  SEX: kindWords.sex,
  AGE_GROUP: kindWords.age,
  DIAGNOSIS_YEAR: kindWords.year,
  PROVINCE: kindWords.province,
};
