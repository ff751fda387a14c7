import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';
import { shortened } from '../shortened.ts';

/** Days within which a referral is to be accepted or declined. */
const DAYS = 3;

/** A patient whom another institution refers, until somebody accepts or declines, or the referral ends. */
export const referralReceived: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Referral to accept', zh: '待接收的转诊' },
  // What comes of it is entered in the referral, which ends it.
  results: [],
  noted: [],
  undone: false,
  find: ({ referrals }, { today }) => {
    const open = referrals.filter(({ state, until }) => state === 'WAITING' && until >= today);
    return {
      recheckOn: open.map(({ until }) => addDays(until, 1)).toSorted()[0] ?? null,
      tasks: open.map(({ id, toInstitutionId, fromName, on, until, question }) => {
        const by = addDays(on, DAYS);
        return {
          institutionId: toInstitutionId,
          subject: id,
          dueOn: by < until ? by : until,
          ruleId: 'referral',
          ruleVersion: 1,
          why: {
            en: `Referred by ${fromName.en} until ${until}: ${shortened(question)}`,
            zh: `${fromName.zh}转诊，有效期至${until}：${shortened(question)}`,
          },
        };
      }),
    };
  },
};
