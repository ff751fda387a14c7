/** How the enumerations of cohorts read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { formOf } from '@nodp/cohorts';
import type {
  CohortFinding,
  CohortProperty,
  CohortTreatmentKind,
} from '../../graph/generated/graphql.ts';
import type { Label } from '../../i18n/label.ts';

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

/** A property that a cohort is divided by is called as the criterion of it is. */
export const propertyWords: Record<CohortProperty, Label> = {
  SITE_GROUP: formOf('site').name,
  STAGE: formOf('stage').name,
  SEX: formOf('sex').name,
  AGE_GROUP: formOf('age').name,
  DIAGNOSIS_YEAR: formOf('year').name,
  PROVINCE: formOf('province').name,
};
