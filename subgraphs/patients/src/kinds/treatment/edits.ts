import type { DatedElement, RecordOf } from '@nodp/record';

/** It is not before the patient's birth. */
export const notBeforeBirth = (r: RecordOf<'treatment'>): DatedElement => ({
  date: r.started,
  elements: ['performed', 'effective', 'authoredOn'],
});
