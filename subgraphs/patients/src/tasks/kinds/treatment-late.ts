import { QUALITY_INDICATORS_VERSION, qualityIndicator } from '@nodp/oncology';
import { addDays } from '../days.ts';
import type { Found, TaskKindModule } from '../kind.ts';

/** A window that closed longer ago raises nothing: the treatment is no longer late, it was not given. */
const DAYS = 365;
const NOTHING: Found = { tasks: [], recheckOn: null };

/** A treatment whose window after diagnosis has closed without it, as the quality indicator of the institution judges. */
export const treatmentLate: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Treatment later than its window', zh: '治疗超出时间窗' },
  results: ['ARRANGED', 'DONE_ELSEWHERE', 'NOT_WANTED'],
  noted: ['DONE_ELSEWHERE', 'NOT_WANTED'],
  undone: true,
  find: ({ unmet }, { today }) => {
    const since = addDays(today, -DAYS);
    const found = unmet.flatMap(({ code, tumourId, institutionId, diagnosedOn }) => {
      const indicator = qualityIndicator(code);
      if (indicator === null || typeof indicator.by !== 'number') return [];
      const dueOn = addDays(diagnosedOn, indicator.by);
      return dueOn < since || dueOn >= today
        ? []
        : [{ code, tumourId, institutionId, dueOn, indicator }];
    });
    if (found.length === 0) return NOTHING;
    return {
      recheckOn: found.map(({ dueOn }) => addDays(dueOn, DAYS + 1)).toSorted()[0] ?? null,
      tasks: found.map(({ code, tumourId, institutionId, dueOn, indicator }) => ({
        institutionId,
        subject: `${code} ${tumourId}`,
        dueOn,
        ruleId: code,
        ruleVersion: QUALITY_INDICATORS_VERSION,
        why: {
          en: `${indicator.title.en}: ${indicator.lacks.en} (${indicator.window.en}; until ${dueOn}).`,
          zh: `${indicator.title.zh}：${indicator.lacks.zh}（${indicator.window.zh}，截至${dueOn}）。`,
        },
      })),
    };
  },
};
