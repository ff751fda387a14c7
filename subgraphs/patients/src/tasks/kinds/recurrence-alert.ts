import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';

/** Within which somebody is to act on it. */
const DAYS = 14;

/** An open alert of a recurrence, at every institution that cares for the patient: who acts first ends it for all. */
export const recurrenceAlert: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Alert of a recurrence', zh: '复发预警' },
  results: ['CONFIRMED', 'EXPLAINED', 'DISMISSED'],
  noted: ['CONFIRMED', 'EXPLAINED', 'DISMISSED'],
  // The verdict closes the alert: a new rise is a new one.
  undone: false,
  find: ({ alerts, care }) => ({
    recheckOn: null,
    tasks: alerts.flatMap(({ id, ruleId, ruleVersion, raisedOn, explanation }) =>
      care.map((institutionId) => ({
        institutionId,
        subject: id,
        dueOn: addDays(raisedOn, DAYS),
        ruleId,
        ruleVersion,
        why: explanation[0] ?? { en: 'A marker rose.', zh: '肿瘤标志物升高。' },
      })),
    ),
  }),
};
