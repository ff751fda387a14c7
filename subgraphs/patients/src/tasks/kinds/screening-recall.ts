import { SCREENING_COURSE, SCREENING_PROGRAMMES, SCREENING_STEPS } from '@nodp/oncology';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import type { Asked, Found, TaskKindModule } from '../kind.ts';
import { standingsOf } from '../screening.ts';

/** The institution that recorded the test which is to be followed up. */
const institutionOf = (facts: TaskFacts, programme: string, testedOn: string): string | null =>
  facts.screening.find(
    (round) => round.programme === programme && round.testedOn?.startsWith(testedOn),
  )?.institutionId ?? null;

const find = (facts: TaskFacts, asked: Asked): Found => {
  const waiting = standingsOf(facts, asked).flatMap((standing) => {
    const { step, testedOn, programme } = standing;
    if (testedOn === null) return [];
    const institutionId = institutionOf(facts, programme, testedOn);
    if (institutionId === null) return [];
    // Work-up for a diagnosis is due from the test on; a recall on its own day.
    const due =
      step === 'work-up-awaited'
        ? testedOn
        : step === 'recalled' || step === 'repeat-awaited'
          ? standing.dueOn
          : null;
    return due === null || due.length < 10 ? [] : [{ ...standing, due, institutionId, testedOn }];
  });
  const isOpen = (due: string, step: string): boolean =>
    step === 'work-up-awaited' ? due <= asked.today : due < asked.today;
  const later = waiting.filter(({ due, step }) => !isOpen(due, step));
  return {
    recheckOn: later.map(({ due }) => addDays(due, 1)).toSorted()[0] ?? null,
    tasks: waiting
      .filter(({ due, step }) => isOpen(due, step))
      .map(({ programme, step, result, due, institutionId, testedOn }) => {
        const { title } = SCREENING_PROGRAMMES[programme];
        const said = SCREENING_STEPS[step];
        return {
          institutionId,
          // After another test it is to be done again.
          subject: `${programme} ${testedOn} ${due}`,
          dueOn: due,
          ruleId: SCREENING_COURSE.id,
          ruleVersion: SCREENING_COURSE.version,
          why: {
            en: `${title.en}, test of ${testedOn} (${result ?? 'no result'}): ${said.en}; due on ${due}, and nothing was recorded since.`,
            zh: `${title.zh}，${testedOn}检查（${result ?? '无结果'}）：${said.zh}；应于${due}完成，此后无记录。`,
          },
        };
      }),
  };
};

/** A positive or failed test of screening whose recall or work-up is overdue, until a later test or a diagnosis is recorded. */
export const screeningRecall: TaskKindModule = {
  role: 'FOLLOWUP_COORDINATOR',
  title: { en: 'Screening recall overdue', zh: '筛查召回逾期' },
  results: ['ARRANGED', 'DONE_ELSEWHERE', 'NOT_WANTED'],
  noted: ['NOT_WANTED'],
  undone: true,
  find,
};
