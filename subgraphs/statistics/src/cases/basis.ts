import {
  type Counted,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
} from '@nodp/disclosure';
import { BASES } from '@nodp/warehouse';
import { type Marked, ofMark } from './marks.ts';
import { type ShareAnswer, shareOf } from './shares.ts';

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
  const [microscopic, deathCertificateOnly, other, unknown] = shown.map((cases) =>
    shareOf(cases, all),
  ) as [ShareAnswer, ShareAnswer, ShareAnswer, ShareAnswer];
  return { microscopic, deathCertificateOnly, other, unknown };
};
