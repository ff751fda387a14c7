import {
  type Counted,
  cellAt,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
} from '@nodp/disclosure';
import { STAGING } from '@nodp/warehouse';
import { type Marked, ofMark } from './marks.ts';
import { type ShareAnswer, shareOf } from './shares.ts';

/**
 * Cases whose stage at diagnosis is known, and their share of all, those of neoplasms that no stage is defined for among
 * them: completeness of stage, an indicator of a registry's data quality (Bray and Parkin, Eur J Cancer 2009;45:747–755).
 * Shown beside the cases of unknown stage, so neither is shown where the other is too small.
 * @param of all of them
 */
export const stageKnownOf = (marks: Marked, of: Counted, rule: DisclosureRule): ShareAnswer => {
  const shown = discloseTable(
    STAGING.map((mark) => ofMark(marks, mark, rule)),
    rule,
  );
  return shareOf(cellAt(shown, STAGING.indexOf('STAGED')), discloseCounted(of, rule));
};
