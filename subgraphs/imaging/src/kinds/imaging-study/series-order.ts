import type { SeriesColumn } from './table.ts';

/** By DICOM series number; series without one come last, in the order sent. */
export const byNumber = (series: readonly SeriesColumn[]): SeriesColumn[] =>
  series.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
