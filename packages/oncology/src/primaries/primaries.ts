import { isMoreThanMonthsApart } from '../dates/partial-date.ts';
import type { TumourReport } from '../reports.ts';
import { topographyGroup } from './topography-groups.ts';

/** Raised whenever the same input gives another answer. */
export const PRIMARIES_VERSION = 1;

/** Reports of one primary are dated within a year of one another: referral and a second work-up take months. */
const MONTHS = 12;

/** One primary with every report of it; of a patient without a known primary, one metastasis. */
export type Primary = readonly [TumourReport, ...TumourReport[]];

const behaviourOf = ({ morphology }: TumourReport): 'in situ' | 'malignant' | 'other' | null => {
  const digit = morphology?.split('/')[1] ?? '';
  if (digit === '2') return 'in situ';
  if (digit === '3' || digit === '6' || digit === '9') return 'malignant';
  return digit === '' ? null : 'other';
};

const sideOf = ({ laterality }: TumourReport): string | null =>
  laterality === 'left' || laterality === 'right' ? laterality : null;

const differ = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;

/** Whether two reports may be of one primary: nothing known of them contradicts it. */
const maySame = (a: TumourReport, b: TumourReport): boolean =>
  a.siteGroup !== null &&
  a.siteGroup === b.siteGroup &&
  !differ(topographyGroup(a.topography), topographyGroup(b.topography)) &&
  !differ(sideOf(a), sideOf(b)) &&
  !differ(behaviourOf(a), behaviourOf(b)) &&
  !(
    a.diagnosed !== null &&
    b.diagnosed !== null &&
    isMoreThanMonthsApart(a.diagnosed, b.diagnosed, MONTHS)
  );

/** In the order of diagnosis, what has no date last; then by sender and key, so that the order is always the same. */
const inOrder = (a: TumourReport, b: TumourReport): number =>
  (a.diagnosed?.date ?? '9999').localeCompare(b.diagnosed?.date ?? '9999') ||
  a.institutionId.localeCompare(b.institutionId) ||
  a.sourceId.localeCompare(b.sourceId);

/**
 * Which reports are of one primary. Two hospitals that report one cancer, or one hospital that records it twice,
 * report one primary where the site group is the same and nothing contradicts: the topography (by the groups of the
 * IARC/IACR rules), the side, in situ against invasive, and dates of diagnosis more than a year apart. A report that
 * fits two of the primaries found before it belongs to neither, for it does not say which; it stands for itself.
 * Metastases are not primaries and are left out. This tells reports apart for staging; how many primaries a registry
 * counts is another rule (IARC/IACR 2004).
 *
 * @returns the primaries in the order of diagnosis
 */
export const primariesOf = (tumours: readonly TumourReport[]): Primary[] => {
  const found: [TumourReport, ...TumourReport[]][] = [];
  for (const report of tumours.filter(({ kind }) => kind === 'PRIMARY').sort(inOrder)) {
    const fitting = found.filter((reports) => reports.every((other) => maySame(report, other)));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) only.push(report);
    else found.push([report]);
  }
  return found;
};
