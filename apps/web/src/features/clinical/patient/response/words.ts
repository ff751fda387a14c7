/** Words for roles and states of lesions. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Lesion } from './data.ts';

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
