/** How measures, standards and sexes read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CaseSex } from '../../graph/generated/graphql.ts';
import type { Measure, NoRate } from './measure.ts';

export const measureWords: Record<Measure, MessageDescriptor> = {
  cases: msg`Cases`,
  crude: msg`Crude rate`,
  ageStandardised: msg`Age-standardised rate`,
};

/** Measures where room is scarce. */
export const shortMeasureWords: Record<Measure, MessageDescriptor> = {
  cases: msg`Cases`,
  crude: msg`Crude rate`,
  ageStandardised: msg`ASR`,
};

export const unitWords: Record<Measure, MessageDescriptor> = {
  cases: msg`cases`,
  crude: msg`per 100,000 person-years`,
  ageStandardised: msg`per 100,000 person-years`,
};

/** Why there is no rate. */
export const noRateWords: Record<NoRate, MessageDescriptor> = {
  NOT_REGISTERED: msg`no rate: not under population-based registration`,
  NOT_COMPLETE: msg`no rate: registration not closed or not complete`,
};

export const caseSexWords: Record<CaseSex, MessageDescriptor> = {
  FEMALE: msg`Female`,
  MALE: msg`Male`,
};
