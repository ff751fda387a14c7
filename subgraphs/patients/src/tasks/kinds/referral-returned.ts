import type { Label } from '@nodp/terminology';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import type { TaskKindModule } from '../kind.ts';
import { shortened } from '../shortened.ts';

type Referral = TaskFacts['referrals'][number];

/** Days after which what nobody read raises nothing. */
const DAYS = 180;

/** On which day a referral came back, and how; null of one that waits, is in force, or was withdrawn by who referred. */
const returned = (
  { state, until, changedOn, toName, words }: Referral,
  today: string,
): { readonly on: string; readonly why: Label } | null => {
  const said = shortened(words ?? '');
  if (state === 'DECLINED' || state === 'ANSWERED') {
    const [en, zh] = state === 'DECLINED' ? ['declined', '已谢绝'] : ['answered', '已答复'];
    return {
      on: changedOn ?? until,
      why: { en: `${toName.en} ${en}: ${said}`, zh: `${toName.zh}${zh}：${said}` },
    };
  }
  if ((state === 'WAITING' || state === 'ACCEPTED') && until < today) {
    return {
      on: addDays(until, 1),
      why: {
        en: `The referral to ${toName.en} ended on ${until} without an answer.`,
        zh: `转诊至${toName.zh}已于${until}到期，未获答复。`,
      },
    };
  }
  return null;
};

/** A referral that was declined or answered, or ended unanswered: at the institution that referred, until somebody reads it. */
export const referralReturned: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Referral came back', zh: '转诊有回复' },
  results: ['ACKNOWLEDGED', 'ACTED'],
  noted: ['ACTED'],
  undone: true,
  find: ({ referrals }, { today }) => {
    const found = referrals.flatMap((referral) => {
      const answer = returned(referral, today);
      return answer === null || addDays(answer.on, DAYS) < today ? [] : [{ referral, ...answer }];
    });
    const rechecks = [
      ...found.map(({ on }) => addDays(on, DAYS + 1)),
      ...referrals.flatMap(({ state, until }) =>
        (state === 'WAITING' || state === 'ACCEPTED') && until >= today ? [addDays(until, 1)] : [],
      ),
    ];
    return {
      recheckOn: rechecks.toSorted()[0] ?? null,
      tasks: found.map(({ referral: { id, institutionId }, on, why }) => ({
        institutionId,
        subject: id,
        dueOn: on,
        ruleId: 'referral',
        ruleVersion: 1,
        why,
      })),
    };
  },
};
