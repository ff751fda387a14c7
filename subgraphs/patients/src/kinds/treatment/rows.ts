import { recordsOf } from '@nodp/graph';
import { treatment } from './table.ts';

/** A patient's treatments, by beginning. */
export const treatmentRows = recordsOf(treatment, treatment.startedOn);
