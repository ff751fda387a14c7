import type { Problem } from '@nodp/cohorts/engine';
import { followed, formerQuestions, type Printed, type RecentSets } from '@nodp/disclosure';
import type { AskedCohort } from './cohort.ts';

/** One arm of a question, whatever its endpoint. */
export interface ArmAsked {
  readonly asked: readonly AskedCohort[];
  readonly place: number;
  /** Months after diagnosis from which time counts; 0 for diagnosis itself. */
  readonly landmark: number;
}

const nameOf = ({ asked, place }: ArmAsked): string =>
  ['arm', place, ...asked.map(({ id }) => id)].join(' ');

const formerArm = formerQuestions<ArmAsked>((arm) => `${nameOf(arm)} from ${arm.landmark}`);

/** The arm to be answered, by a curve that was shown. */
export interface AnsweredArm {
  readonly arm: ArmAsked;
  /** The landmark of the curve shown: earlier than the arm's where the two sets differ by a few persons. */
  readonly shownFrom: number;
}

/**
 * The arm to be answered: one that differs by a few persons from an arm of which the account asked a curve lately is answered as
 * that one, since two curves would tell of those few. From a landmark near an earlier one of the same arm the curve is the earlier
 * one's, of those who lived to it; a curve from diagnosis counts as shown. Null where only a later landmark was shown.
 * @param setOf the persons of an arm by the design that is asked
 */
export const answeredArm = async (
  recent: RecentSets,
  asked: ArmAsked,
  setOf: (arm: ArmAsked) => Promise<Printed>,
): Promise<AnsweredArm | null> => {
  const answer = async (arm: ArmAsked) => formerArm(recent, await setOf(arm), arm);
  if (asked.landmark > 0) await answer({ ...asked, landmark: 0 });
  let shownFrom = asked.landmark;
  const arm = await followed<ArmAsked>(asked, async (question) => {
    const answered = await answer(question);
    if (answered.as === 'refused') return answered;
    const shown = answered.as === 'itself' ? answered.since : answered.former;
    if (nameOf(shown) !== nameOf(question))
      return answered.as === 'itself'
        ? answered
        : { as: 'former', former: { ...shown, landmark: asked.landmark } };
    if (shown.landmark > asked.landmark) return { as: 'refused' };
    shownFrom = shown.landmark;
    return { as: 'itself', since: shown };
  });
  return arm && { arm, shownFrom };
};

/** Said of an arm that has no curve on account of what was shown before. */
export const nearShown: Problem = {
  code: 'near-shown',
  severity: 'warning',
  path: '',
  message: {
    en: 'A curve of nearly the same persons was shown lately by another design. A second one would tell of the few between them.',
    zh: '近期已按其他设计显示过几乎相同人群的曲线，再次显示会泄露两者之间少数人的信息。',
  },
};
