import { siteGroupOf } from '@nodp/terminology';
import { cancerCondition } from '@nodp/terminology/snomed';
import type { TumourModel } from './model.ts';

export type RelatedTumour = Pick<
  TumourModel,
  | 'kind'
  | 'siteGroup'
  | 'laterality'
  | 'sentSystem'
  | 'sentCode'
  | 'institutionId'
  | 'sourceId'
  | 'relatedSourceId'
>;

/** The site group of the primary where the code names a metastasis by it ("metastasis from prostate"). */
const namedPrimary = ({ sentSystem, sentCode }: RelatedTumour): string | null => {
  const known =
    sentSystem === 'http://snomed.info/sct' && sentCode !== null ? cancerCondition(sentCode) : null;
  return known?.kind === 'metastasis-of' && known.topography !== null
    ? siteGroupOf(known.topography)
    : null;
};

/** The tumour that all reports are of: of one site group and not of two sides; the first of them; else null. */
const oneOf = <T extends RelatedTumour>(reports: readonly T[]): T | null => {
  const [first, ...others] = reports;
  if (first === undefined) return null;
  const groups = new Set(reports.map((report) => report.siteGroup));
  const sides = new Set(reports.flatMap(({ laterality }) => laterality ?? []));
  return others.length === 0 || (groups.size === 1 && !groups.has(null) && sides.size <= 1)
    ? first
    : null;
};

/**
 * The primary that a metastasis is of: the one its hospital says, else the only one there is, or the only one of the site that the metastasis is
 * named by; null for a primary, and where several could be meant, because a wrong one is worse than none.
 */
export const primaryOf = <T extends RelatedTumour>(
  tumour: RelatedTumour,
  tumours: readonly T[],
): T | null => {
  if (tumour.kind === 'PRIMARY') return null;
  const primaries = tumours.filter((other) => other.kind === 'PRIMARY');
  const said = primaries.find(
    (other) =>
      other.sourceId === tumour.relatedSourceId && other.institutionId === tumour.institutionId,
  );
  if (said !== undefined) return said;
  const named = namedPrimary(tumour);
  return oneOf(
    named === null ? primaries : primaries.filter((primary) => primary.siteGroup === named),
  );
};
