import type { Kind } from '@nodp/record';
import { DATE_EDITS } from './dates/edits.ts';
import { DUPLICATE_EDITS } from './duplicates/edits.ts';
import type { Edit } from './edit.ts';
import { AGE_EDITS, CHILDHOOD_EDITS } from './iarc/age-edits.ts';
import { GRADE_EDITS } from './iarc/grade-edits.ts';
import { HISTOLOGY_EDITS } from './iarc/histology-edits.ts';
import { SEX_EDITS } from './iarc/sex-edits.ts';
import { LABORATORY_EDITS } from './laboratory/edits.ts';

/**
 * Every edit, once. What contradicts itself between several records of a submission (stages by the clinical rule `stage-check`)
 * stands apart, in `contradicting-stages.ts`: the clinical board switches it. Not of IARC's list: AGE_DATES_2 and _3, since no
 * form sends an age beside its dates, and TOPO_2, since a site without subsite is read as its `.9`.
 */
export const EDITS = {
  ...DATE_EDITS,
  ...SEX_EDITS,
  ...HISTOLOGY_EDITS,
  ...AGE_EDITS,
  ...CHILDHOOD_EDITS,
  ...GRADE_EDITS,
  ...LABORATORY_EDITS,
  ...DUPLICATE_EDITS,
} as const satisfies Record<string, Edit>;

export type EditId = keyof typeof EDITS;

/** Raised whenever an edit is added, or finds something else than before: a held record keeps it. */
export const EDITS_VERSION = 1;

const entries = Object.entries(EDITS) as readonly (readonly [EditId, Edit])[];

const byKind = new Map<Kind, readonly (readonly [EditId, Edit])[]>();

/** The edits that read records of a kind. */
export const editsOf = (kind: Kind): readonly (readonly [EditId, Edit])[] => {
  let of = byKind.get(kind);
  if (of === undefined) {
    of = entries.filter(([, { kinds }]) => kinds.includes(kind));
    byKind.set(kind, of);
  }
  return of;
};
