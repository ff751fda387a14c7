import { cellAt, type Disclosed, type DisclosureRule, discloseTable } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import { UNTIMED } from '@nodp/warehouse';
import { type Marked, ofMark } from './marks.ts';

type Reason = (typeof UNTIMED)[number];

const REASONS: Readonly<Record<Reason, Label>> = {
  DEATH_CERTIFICATE_ONLY: {
    en: 'known from a death certificate only',
    zh: '仅有死亡医学证明',
  },
  NO_DATE_OF_DIAGNOSIS: { en: 'no (possible) date of diagnosis', zh: '无（合理的）诊断日期' },
  DIAGNOSIS_KNOWN_TO_YEAR: { en: 'diagnosis known to the year only', zh: '诊断仅知年份' },
  NO_FOLLOW_UP: { en: 'never heard of since diagnosis', zh: '诊断后无随访' },
  ENDS_BEFORE_DIAGNOSIS: { en: 'end before diagnosis', zh: '终点早于诊断' },
};

export interface LeftOutAnswer {
  readonly reason: Reason;
  readonly label: Label;
  readonly cases: Disclosed;
}

/** Cases without a time of survival, by why. */
export const leftOutOf = (marks: Marked, rule: DisclosureRule): LeftOutAnswer[] => {
  const shown = discloseTable(
    UNTIMED.map((reason) => ofMark(marks, reason, rule)),
    rule,
  );
  return UNTIMED.map((reason, i) => ({
    reason,
    label: REASONS[reason],
    cases: cellAt(shown, i),
  }));
};
