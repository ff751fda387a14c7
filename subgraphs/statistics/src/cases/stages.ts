import { STAGE_LABELS, STAGES } from '@nodp/cohorts';
import {
  type Counted,
  cellAt,
  type Disclosed,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
} from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import type { BroadStage } from '../generated/resolvers.ts';

export interface StageAnswer {
  readonly stage: BroadStage;
  readonly label: Label;
  readonly cases: Disclosed;
  /** Of shown counts, so that it tells no more than they. */
  readonly share: number | null;
}

/**
 * Cases by stage, protected.
 * @param of in the order of STAGES
 * @param total of all of them
 */
export const stagesOf = (
  of: readonly Counted[],
  total: Counted,
  rule: DisclosureRule,
): StageAnswer[] => {
  const all = discloseCounted(total, rule);
  const shown = discloseTable(of, rule);
  return STAGES.map((stage, i) => {
    const cases = cellAt(shown, i);
    const share =
      cases.value === null || all.value === null ? null : Math.min(1, cases.value / all.value);
    const rounded = share === null ? null : Number(share.toFixed(3));
    return { stage, label: STAGE_LABELS[stage], cases, share: rounded };
  });
};
