/** How what became of a held record reads, and how a line of it is called. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { HeldRow } from './requests.ts';

export const stateWords: Readonly<Record<HeldRow['state'], MessageDescriptor>> = {
  HELD: msg`Held`,
  CORRECTED: msg`Corrected`,
  OVERRULED: msg`Overruled`,
  REPLACED: msg`Sent again`,
  CLEARED: msg`Patient corrected`,
};

/** Okabe and Ito's. */
export const stateColours: Readonly<Record<HeldRow['state'], string>> = {
  HELD: '#0072B2',
  CORRECTED: '#009E73',
  OVERRULED: '#E69F00',
  REPLACED: '#C3C9CE',
  CLEARED: '#009E73',
};

/** Canonical kinds of record that are held and corrected. */
export const kindWords: Readonly<Record<string, MessageDescriptor>> = {
  tumour: msg`Tumour`,
  stage: msg`Stage`,
  treatment: msg`Treatment`,
  observation: msg`Result`,
};
