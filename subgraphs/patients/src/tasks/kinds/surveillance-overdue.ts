import { clinicalRuleOf, survey } from '@nodp/oncology';
import { examinationOf } from '../../surveillance/examinations.ts';
import { surveyedOf } from '../../surveillance/surveyed-rows.ts';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import type { Asked, Found, TaskKindModule } from '../kind.ts';

const RULE = 'surveillance-due';
const NOTHING: Found = { tasks: [], recheckOn: null };
const first = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

const find = (facts: TaskFacts, { today, rules }: Asked): Found => {
  const rule = clinicalRuleOf(RULE);
  if (rule === null || !rules.has(RULE)) return NOTHING;
  const surveyed = surveyedOf(facts);
  const { anchor, ended, schedule } = survey(surveyed, today);
  if (anchor === null || ended !== null || schedule === null) return NOTHING;
  const visits = facts.contacts.filter(({ status }) => ['fulfilled', 'arrived'].includes(status));
  const performed = {
    imaging: facts.imaging,
    results: surveyed.results,
    visits: [...facts.visits, ...visits.map(({ on }) => on)],
    procedures: facts.procedures,
  };
  const examinations = schedule.examinations.map((one) =>
    examinationOf(one, anchor.date, null, performed, today),
  );
  // What is missed of an examination is its latest date: one that was done makes up for those before.
  const overdue = examinations.flatMap(({ what, due }) => {
    const last = due.findLast(({ state }) => state === 'OVERDUE' || state === 'DONE');
    return last?.state === 'OVERDUE' ? [{ what, on: last.on }] : [];
  });
  const recheckOn = first([
    // Dates are known for a year: later ones are found by then.
    addDays(today, 180),
    ...examinations.flatMap(({ due }) =>
      due.flatMap(({ state, overdueFrom }) =>
        state === 'DUE' || state === 'PLANNED' ? [overdueFrom] : [],
      ),
    ),
  ]);
  const dueOn = first(overdue.map(({ on }) => on));
  if (dueOn === null) return { tasks: [], recheckOn };
  const why = {
    en: `Overdue by the schedule “${schedule.title.en}”: ${overdue.map(({ what, on }) => `${what.en} (${on})`).join('; ')}.`,
    zh: `按“${schedule.title.zh}”方案已逾期：${overdue.map(({ what, on }) => `${what.zh}（${on}）`).join('；')}。`,
  };
  const subject = `${anchor.date} ${overdue
    .map(({ on }) => on)
    .toSorted()
    .at(-1)}`;
  return {
    recheckOn,
    tasks: facts.care.map((institutionId) => ({
      ...{ institutionId, subject, dueOn, why },
      ruleId: RULE,
      ruleVersion: rule.version,
    })),
  };
};

/** Examinations of the surveillance after curative treatment whose time is over, until one is recorded or surveillance ends. */
export const surveillanceOverdue: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Surveillance overdue', zh: '随访检查逾期' },
  results: ['ARRANGED', 'DONE_ELSEWHERE', 'NOT_WANTED'],
  noted: ['NOT_WANTED'],
  undone: true,
  find,
};
