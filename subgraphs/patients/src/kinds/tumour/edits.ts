import type { DatedElement, RecordOf } from '@nodp/record';

/** It is not before the patient's birth. */
export const notBeforeBirth = (r: RecordOf<'tumour'>): DatedElement => ({
  date: r.diagnosed,
  elements: ['onset', 'recordedDate'],
});
