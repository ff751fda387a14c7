import { dayOf } from '../recist/read.ts';
import { date, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { dueDates, SURVEILLANCE_SCHEDULE_VERSION } from './due-dates.ts';

const MOST = 120;

export const SURVEILLANCE_DUE = clinicalRule({
  id: 'surveillance-due',
  version: SURVEILLANCE_SCHEDULE_VERSION,
  title: { en: 'Due dates of surveillance', zh: '随访到期日' },
  source: 'Counted from the anchor; the day clamps at the end of a shorter month',
  sourceInChinese: '自起算日推算；遇短月取月末日',
  mark: 'known',
  population: null,
  fields: {
    from: date('anchor: operation or end of treatment', '起点：手术或治疗结束日期', [
      'from_',
      'anchor',
    ]),
    every_months: number('interval in months', '间隔（月）', 1, 60, { integer: true }),
    until_months: number('months after the anchor up to which it goes on', '持续月数', 1, 600, {
      integer: true,
    }),
    end: date('death, recurrence or a palliative turn', '死亡、复发或转为姑息的日期'),
  },
  outputs: ['due'],
  names: ['due_dates'],
  decide: (given) => {
    const { from, every_months: every, until_months: until, end } = given;
    if (from === null || every === null) return needs(missingOf(given, ['from', 'every_months']));
    const horizon = until ?? every * MOST;
    const due = dueDates(
      dayOf(from, 'from'),
      [{ after: 0, until: horizon, everyMonths: every }],
      horizon,
    )
      .filter((day) => end === null || day <= end)
      .slice(0, MOST);
    return decided(due, [
      {
        en: `Every ${every} months from ${from}: ${due.slice(0, 4).join(', ')} ….`,
        zh: `自${from}起每${every}个月：${due.slice(0, 4).join('、')}……。`,
      },
    ]);
  },
  // A file holds the first dates of a schedule that goes on.
  agrees: (expected, value) =>
    Array.isArray(expected) &&
    Array.isArray(value) &&
    expected.length <= value.length &&
    expected.every((day, index) => day === value[index]),
});
