import {
  type Counted,
  type Disclosed,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
} from '@nodp/disclosure';
import { BASES } from '@nodp/warehouse';
import { type Marked, ofMark } from './marks.ts';

export interface ShareAnswer {
  readonly cases: Disclosed;
  /** Of shown counts, so that it tells no more than they; 0 to 1. */
  readonly share: number | null;
}

export interface BasisAnswer {
  readonly microscopic: ShareAnswer;
  readonly deathCertificateOnly: ShareAnswer;
  readonly other: ShareAnswer;
  readonly unknown: ShareAnswer;
}

/**
 * How the diagnoses were made, as registries judge their quality by (Bray and Parkin 2009): MV% are microscopically verified
 * cases, DCO% those known from a death certificate only, of all cases, those of unknown basis among them.
 * @param of all of them
 */
export const basisOf = (marks: Marked, of: Counted, rule: DisclosureRule): BasisAnswer => {
  const all = discloseCounted(of, rule);
  const shown = discloseTable(
    BASES.map((basis) => ofMark(marks, basis, rule)),
    rule,
  );
  const [microscopic, deathCertificateOnly, other, unknown] = shown.map((cases): ShareAnswer => {
    const share =
      cases.value === null || all.value === null ? null : Math.min(1, cases.value / all.value);
    return { cases, share: share === null ? null : Number(share.toFixed(3)) };
  }) as [ShareAnswer, ShareAnswer, ShareAnswer, ShareAnswer];
  return { microscopic, deathCertificateOnly, other, unknown };
};
