/** Words for roles and states of lesions, and for what happened to those entered. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Entry, Lesion, RadiotherapyAnswer } from './data.ts';

export const roleWords: Record<Lesion['role'], MessageDescriptor> = {
  TARGET: msg`Target`,
  NON_TARGET: msg`Non-target`,
  NEW: msg`New`,
};

export const stateWords: Record<Lesion['state'], MessageDescriptor> = {
  MEASURED: msg`measured`,
  TOO_SMALL: msg`too small to measure (counts 5 mm)`,
  ABSENT: msg`no longer there`,
  PRESENT: msg`present`,
  PROGRESSED: msg`unequivocal progression`,
  EQUIVOCAL: msg`equivocal`,
  NOT_EVALUABLE: msg`not evaluable`,
};

export const changeWords: Record<Entry['change'], MessageDescriptor> = {
  ENTERED: msg`entered`,
  CHANGED: msg`changed`,
  WITHDRAWN: msg`withdrawn`,
};

type FailurePosition = NonNullable<RadiotherapyAnswer['firstFailure']>['positions'][number];

export const positionWords: Record<FailurePosition, MessageDescriptor> = {
  IN_FIELD: msg`in field`,
  MARGINAL: msg`marginal`,
  OUTSIDE: msg`outside the field`,
  NOT_KNOWN: msg`not known`,
};
