import type { TaskFacts } from '../facts.ts';
import type { Found, TaskKindModule } from '../kind.ts';

const ATTEMPTS = 3;
const MONTHS = 3;
const FAILED = ['NOT_REACHED', 'WRONG_NUMBER'];

/** The same day months later, clamped at the month's end. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
};

/**
 * The days of the failed attempts since the patient was last reached, where there are three at least over three months at
 * least; null where the patient is not lost.
 */
export const lostSince = (
  failed: readonly string[],
  reached: readonly string[],
): readonly string[] | null => {
  const last = reached.toSorted().at(-1);
  const days = [...new Set(failed)].filter((day) => last === undefined || day > last).toSorted();
  const [first, latest] = [days[0], days.at(-1)];
  if (first === undefined || latest === undefined || days.length < ATTEMPTS) return null;
  return latest >= monthsAfter(first, MONTHS) ? days : null;
};

const find = ({ contacts, attempts, visits }: TaskFacts): Found => {
  const of = new Set([...contacts, ...attempts].map(({ institutionId }) => institutionId));
  const reached = [
    ...visits,
    ...contacts.flatMap(({ status, on }) =>
      status === 'fulfilled' || status === 'arrived' ? [on] : [],
    ),
    ...attempts.flatMap(({ result, on }) => (FAILED.includes(result) ? [] : [on])),
  ];
  const tasks = [...of].flatMap((institutionId) => {
    const failed = [
      ...contacts.flatMap((c) =>
        c.institutionId === institutionId && c.status === 'noshow' ? [c.on] : [],
      ),
      ...attempts.flatMap((a) =>
        a.institutionId === institutionId && FAILED.includes(a.result) ? [a.on] : [],
      ),
    ];
    const days = lostSince(failed, reached);
    if (days === null) return [];
    const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
    return [
      {
        institutionId,
        subject: from,
        dueOn: to,
        ruleId: 'lost-to-follow-up',
        ruleVersion: 1,
        why: {
          en: `Not reached in ${days.length} attempts from ${from} to ${to}: lost to follow-up by the rule of three attempts over three months.`,
          zh: `${from}至${to}联系${days.length}次均未成功：按“至少三次联系失败且历时三个月以上”的规则视为失访。`,
        },
      },
    ];
  });
  return { tasks, recheckOn: null };
};

/** Three failed attempts over three months or more, until the patient is reached. */
export const lostToFollowUp: TaskKindModule = {
  role: 'FOLLOWUP_COORDINATOR',
  title: { en: 'Lost to follow-up', zh: '失访' },
  // Who was found is entered as a contact that reached the patient, which ends it.
  results: ['STAYS_LOST'],
  noted: [],
  undone: true,
  find,
};
