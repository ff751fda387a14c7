import { STAGE_LABELS, STAGES } from '@nodp/cohorts';
import {
  type Counted,
  cellAt,
  type DisclosureRule,
  discloseCounted,
  discloseTable,
} from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import type { BroadStage } from '../generated/resolvers.ts';
import { type ShareAnswer, shareOf } from './shares.ts';

export interface StageAnswer extends ShareAnswer {
  readonly stage: BroadStage;
  readonly label: Label;
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
  return STAGES.map((stage, i) => ({
    stage,
    label: STAGE_LABELS[stage],
    ...shareOf(cellAt(shown, i), all),
  }));
};
