import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';
import { shortened } from '../shortened.ts';

/** A referral that was accepted, until it is answered or ends. */
export const referralToAnswer: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Referral to answer', zh: '待答复的转诊' },
  // The answer is entered in the referral, which ends it.
  results: [],
  noted: [],
  undone: false,
  find: ({ referrals }, { today }) => {
    const open = referrals.filter(({ state, until }) => state === 'ACCEPTED' && until >= today);
    return {
      recheckOn: open.map(({ until }) => addDays(until, 1)).toSorted()[0] ?? null,
      tasks: open.map(({ id, toInstitutionId, fromName, until, question }) => ({
        institutionId: toInstitutionId,
        subject: id,
        dueOn: until,
        ruleId: 'referral',
        ruleVersion: 1,
        why: {
          en: `${fromName.en} asks until ${until}: ${shortened(question)}`,
          zh: `${fromName.zh}请于${until}前答复：${shortened(question)}`,
        },
      })),
    };
  },
};
