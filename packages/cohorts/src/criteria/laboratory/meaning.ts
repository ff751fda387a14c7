import type { Label } from '@nodp/terminology';
import { type Analyte, analyteOfLoinc } from '@nodp/terminology/loinc';
import { toCanonical } from '@nodp/terminology/ucum';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { boundsLabel, lintBounds } from '../../criterion/range.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import type { Series } from '../../criterion/series.ts';
import { about, join, same } from '../../criterion/words.ts';
import { form, type Laboratory, STATISTIC_LABELS } from './form.ts';

/** Days of a window, before or after. */
const MOST_DAYS = 36_500;
/** Beyond what any analyte has in any unit. */
const MOST_VALUE = 1e9;

/** What a bound counts in, which is per cent of a change in per cent. */
const inPercent = ({ statistic }: Laboratory): boolean => statistic === 'CHANGE_PERCENT';

/** A number in the analyte's usual unit; null where the unit cannot be the analyte's. */
const inUsual = (
  analyte: Analyte,
  value: number,
  { unit, ...asked }: Laboratory,
): number | null => {
  if (unit === undefined || inPercent(asked)) return value;
  const converted = toCanonical(analyte, value, unit)?.value ?? null;
  if (converted === null || (asked.statistic !== 'CHANGE' && asked.statistic !== 'SLOPE'))
    return converted;
  // A difference has no zero of its own: what the scale adds is taken off.
  const zero = toCanonical(analyte, 0, unit)?.value ?? null;
  return zero === null ? null : converted - zero;
};

const boundOf = (analyte: Analyte | null, value: number | undefined, asked: Laboratory) =>
  value === undefined || analyte === null ? null : inUsual(analyte, value, asked);

const lintValue = (
  { from, to }: Bounds,
  report: Parameters<CriterionMeaning<Laboratory>['lint']>[1],
): void => {
  for (const bound of [from, to])
    if (bound !== undefined && Math.abs(bound) > MOST_VALUE)
      report('out-of-range', 'value', {
        en: `Give a number of at most ${MOST_VALUE}.`,
        zh: `请填写绝对值不超过${MOST_VALUE}的数值。`,
      });
  if (from !== undefined && to !== undefined && from > to)
    report('range-reversed', 'value', {
      en: 'The range ends before it begins.',
      zh: '区间的上限小于下限。',
    });
};

const unitOf = (asked: Laboratory): string => {
  if (inPercent(asked)) return '%';
  return asked.unit ?? analyteOfLoinc(asked.analyte)?.unit ?? '';
};

export const meaning: CriterionMeaning<Laboratory> = {
  lint: (asked, report) => {
    const { analyte: code, unit, value = {}, days = {} } = asked;
    const analyte = analyteOfLoinc(code);
    if (!form.asks(asked))
      report('empty-choice', 'analyte', { en: 'Choose an analyte.', zh: '请选择检验项目。' });
    else if (analyte === null)
      report('unknown-code', 'analyte', {
        en: `“${code}” is no LOINC code of an analyte that the platform knows.`,
        zh: `“${code}”不是平台已收录检验项目的LOINC代码。`,
      });
    else if (unit !== undefined && toCanonical(analyte, 1, unit) === null)
      report('unknown-code', 'unit', {
        en: `“${unit}” is no unit (UCUM) of ${analyte.label.en}; its usual one is ${analyte.unit}.`,
        zh: `“${unit}”不是${analyte.label.zh}的单位（UCUM）；常用单位为${analyte.unit}。`,
      });
    lintValue(value, report);
    lintBounds(days, [-MOST_DAYS, MOST_DAYS], report, 'days');
  },
  print: (asked) => {
    const { analyte: code, statistic = 'HIGHEST', value, days } = asked;
    const known: Label[] = [
      analyteOfLoinc(code)?.label ?? same(code),
      about('(', '（', {
        en: `${STATISTIC_LABELS[statistic].en})`,
        zh: `${STATISTIC_LABELS[statistic].zh}）`,
      }),
      value === undefined ? { en: 'known', zh: '已知' } : boundsLabel(value, unitOf(asked)),
      ...(days === undefined
        ? []
        : [
            {
              en: `on days ${daysLabel(days)} from diagnosis`,
              zh: `（诊断后第${daysLabel(days)}天）`,
            },
          ]),
    ];
    return join(known, ' ', '');
  },
  where: (asked) => {
    const { analyte: code, statistic = 'HIGHEST', value = {}, days = {} } = asked;
    const analyte = analyteOfLoinc(code);
    const series: Series = {
      analyte: analyte?.loinc[0] ?? code,
      statistic,
      from: boundOf(analyte, value.from, asked),
      to: boundOf(analyte, value.to, asked),
      after: days.from ?? null,
      until: days.to ?? null,
    };
    return { kind: 'series', series };
  },
};

function daysLabel({ from, to }: Bounds): string {
  if (from === to) return String(from);
  return from === undefined ? `≤ ${to}` : to === undefined ? `≥ ${from}` : `${from} – ${to}`;
}
