import { clinicalRuleOf, survey } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { examinationOf } from '../../surveillance/examinations.ts';
import { type Repeat, repeatsOf } from '../../surveillance/repeats.ts';
import { surveyedOf } from '../../surveillance/surveyed-rows.ts';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import type { Asked, Found, TaskKindModule } from '../kind.ts';

const RULE = 'surveillance-due';
const NOTHING: Found = { tasks: [], recheckOn: null };
const first = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

/** What is overdue, in sentences: by the schedule, and markers that rose once and were not measured again. */
const whyOf = (
  schedule: Label | null,
  overdue: readonly { readonly what: Label; readonly on: string }[],
  late: readonly Repeat[],
): Label => {
  const said = (
    language: 'en' | 'zh',
    separator: string,
    of: (what: string, on: string) => string,
  ) => ({
    examinations: overdue.map(({ what, on }) => of(what[language], on)).join(separator),
    repeats: late.map(({ marker, by }) => of(marker[language], by)).join(separator),
  });
  const en = said('en', '; ', (what, on) => `${what} (${on})`);
  const zh = said('zh', '；', (what, on) => `${what}（${on}）`);
  return {
    en: [
      ...(overdue.length === 0
        ? []
        : [`Overdue by the schedule “${schedule?.en}”: ${en.examinations}.`]),
      ...(late.length === 0 ? [] : [`Rose once and was not repeated in time: ${en.repeats}.`]),
    ].join(' '),
    zh: [
      ...(overdue.length === 0 ? [] : [`按“${schedule?.zh}”方案已逾期：${zh.examinations}。`]),
      ...(late.length === 0 ? [] : [`单次升高后未按期复查：${zh.repeats}。`]),
    ].join(''),
  };
};

const find = (facts: TaskFacts, { today, rules }: Asked): Found => {
  const rule = clinicalRuleOf(RULE);
  if (rule === null || !rules.has(RULE)) return NOTHING;
  const surveyed = surveyedOf(facts);
  const found = survey(surveyed, today);
  const { anchor, ended, schedule } = found;
  if (anchor === null || ended !== null) return NOTHING;
  const visits = facts.contacts.filter(({ status }) => ['fulfilled', 'arrived'].includes(status));
  const performed = {
    imaging: facts.imaging,
    results: surveyed.results,
    visits: [...facts.visits, ...visits.map(({ on }) => on)],
    procedures: facts.procedures,
  };
  const examinations = (schedule?.examinations ?? []).map((one) =>
    examinationOf(one, anchor.date, null, performed, today),
  );
  const repeats = repeatsOf(found, rules);
  const late = repeats.filter(({ by }) => by < today);
  if (schedule === null && repeats.length === 0) return NOTHING;
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
    ...repeats.flatMap(({ by }) => (by < today ? [] : [addDays(by, 1)])),
  ]);
  const days = [...overdue.map(({ on }) => on), ...late.map(({ by }) => by)].toSorted();
  const dueOn = first(days);
  if (dueOn === null) return { tasks: [], recheckOn };
  const why = whyOf(schedule?.title ?? null, overdue, late);
  const subject = `${anchor.date} ${days.at(-1)}`;
  return {
    recheckOn,
    tasks: facts.care.map((institutionId) => ({
      ...{ institutionId, subject, dueOn, why },
      ruleId: RULE,
      ruleVersion: rule.version,
    })),
  };
};

/** Examinations of the surveillance after curative treatment, and repeats of a marker that rose once, whose time is over, until one is recorded or surveillance ends. */
export const surveillanceOverdue: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Surveillance overdue', zh: '随访检查逾期' },
  results: ['ARRANGED', 'DONE_ELSEWHERE', 'NOT_WANTED'],
  noted: ['NOT_WANTED'],
  undone: true,
  find,
};
