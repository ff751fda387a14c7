import type { TumourReport } from '../reports.ts';

/** Raised whenever the same input gives another answer. */
export const LEADING_TUMOUR_VERSION = 1;

const dayOf = ({ diagnosed }: TumourReport): string => diagnosed?.date ?? '';

/**
 * The tumour by which lists show a patient: the primary diagnosed last, where no primary is known the metastasis
 * diagnosed last; undated ones come after dated ones, and of two of one day the one whose key comes first leads. The
 * platform's own convention. Null of a patient without tumours.
 */
export const leadingTumour = (tumours: readonly TumourReport[]): TumourReport | null =>
  tumours.toSorted(
    (a, b) =>
      Number(b.kind === 'PRIMARY') - Number(a.kind === 'PRIMARY') ||
      dayOf(b).localeCompare(dayOf(a)) ||
      a.sourceId.localeCompare(b.sourceId) ||
      a.institutionId.localeCompare(b.institutionId),
  )[0] ?? null;
