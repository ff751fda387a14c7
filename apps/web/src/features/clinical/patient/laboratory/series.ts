/** Which analytes there are, in which order, and what a series says at a glance. */
import type { Point } from '../../../../charts/downsample.ts';
import type { LaboratorySeries } from '../data.ts';

/** Categories in the order in which an oncologist looks. */
const categories = [
  'tumour-marker',
  'haematology',
  'chemistry',
  'liver',
  'coagulation',
  'endocrine',
  'hormone',
  'immunology',
  'blood-gas',
  'urinalysis',
  'stool',
  'microbiology',
  'other',
  'vital-sign',
];

/** What names a series in an address: its code, with the unit where one analyte has several. */
export const keyOf = (series: LaboratorySeries): string =>
  `${series.analyte.code ?? series.analyte.label.en}${series.unit ? `~${series.unit}` : ''}`;

const rank = (category: string): number => {
  const at = categories.indexOf(category);
  return at < 0 ? categories.length - 2 : at;
};

/** Tumour markers first; within a category by how much is known. */
export const ordered = (all: readonly LaboratorySeries[]): LaboratorySeries[] =>
  all.toSorted(
    (a, b) =>
      rank(a.category) - rank(b.category) ||
      a.category.localeCompare(b.category) ||
      b.points.length - a.points.length,
  );

/** The series shown until someone picks others: tumour markers, else the best known. */
export function firstShown(all: readonly LaboratorySeries[], count = 3): string[] {
  const numeric = ordered(all).filter((s) => numbersOf(s).length > 0);
  const markers = numeric.filter((s) => s.category === 'tumour-marker');
  const others = numeric
    .filter((s) => s.category !== 'tumour-marker' && s.category !== 'vital-sign')
    .toSorted((a, b) => b.points.length - a.points.length);
  return [...markers, ...others].slice(0, count).map(keyOf);
}

/** The results that are numbers, as points in time (ms UTC). */
export const numbersOf = (series: LaboratorySeries): Point[] =>
  series.points.flatMap((p) => (p.value === null ? [] : [[Date.parse(p.at), p.value] as const]));

/** Where a value lies in its reference range; null where there is no range. */
export function flagOf(
  value: number | null,
  { referenceLow, referenceHigh }: Pick<LaboratorySeries, 'referenceLow' | 'referenceHigh'>,
): 'low' | 'high' | 'within' | null {
  if (value === null || (referenceLow === null && referenceHigh === null)) return null;
  if (referenceHigh !== null && value > referenceHigh) return 'high';
  if (referenceLow !== null && value < referenceLow) return 'low';
  return 'within';
}
