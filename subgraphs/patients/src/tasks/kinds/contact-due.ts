import { wordsOf } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';

/** FHIR Appointment.status of what is still to happen. */
const OPEN_STATUSES: readonly string[] = ['proposed', 'pending', 'booked', 'waitlist'];
/** Days before a contact is due in which it stands in the worklist. */
const AHEAD = 7;

const before = (day: string): string => addDays(day, -AHEAD);

const UNSAID: Label = { en: 'not said what for', zh: '未注明事由' };

/** A follow-up contact that is due within a week or overdue, until its institution says that it took place or was called off. */
export const contactDue: TaskKindModule = {
  role: 'FOLLOWUP_COORDINATOR',
  title: { en: 'Follow-up contact due', zh: '随访联系到期' },
  // What comes of it is entered as a record of the contact, which ends it.
  results: [],
  noted: [],
  // An outcome is taken back where it was entered.
  undone: false,
  find: ({ contacts }, { today }) => {
    const waiting = contacts.filter(({ status }) => OPEN_STATUSES.includes(status));
    const later = waiting.map(({ on }) => before(on)).filter((on) => on > today);
    return {
      recheckOn: later.toSorted()[0] ?? null,
      tasks: waiting
        .filter(({ on }) => before(on) <= today)
        .map(({ id, institutionId, on, what }) => ({
          institutionId,
          // Put off to another day it is to be done again.
          subject: `${id} ${on}`,
          dueOn: on,
          ruleId: 'contact-due',
          ruleVersion: 1,
          why: {
            en: `Follow-up contact due on ${on}: ${(wordsOf(what) ?? UNSAID).en}.`,
            zh: `随访联系应于${on}进行：${(wordsOf(what) ?? UNSAID).zh}。`,
          },
        })),
    };
  },
};
