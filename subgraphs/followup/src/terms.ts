import { type Coded, coded } from '@nodp/graph';
import { labelOf } from '@nodp/terminology/lookup';

/** A code as sent, read in both languages where the terminology knows it. */
export const codedTerm = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded => coded(system, code, display, labelOf(system, code));
