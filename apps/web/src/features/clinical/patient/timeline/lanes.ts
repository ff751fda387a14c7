/** The lanes in their order. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LaneId } from './layout.ts';

export const laneNames: Record<LaneId, MessageDescriptor> = {
  diagnosis: msg`Diagnosis`,
  surgery: msg`Surgery`,
  systemic: msg`Systemic therapy`,
  radiotherapy: msg`Radiotherapy`,
  other: msg`Other procedures`,
  imaging: msg`Imaging`,
  followup: msg`Contacts`,
  status: msg`Disease status`,
  death: msg`Death`,
};

export const lanes = Object.keys(laneNames) as LaneId[];
