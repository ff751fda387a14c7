import type { Label } from '@nodp/terminology';
import type { Report } from '../problem.ts';
import type { CriterionMeaning } from './module.ts';
import type { Bounds } from './range-form.ts';
import { between, type WholeColumn } from './where.ts';
import { same } from './words.ts';

/** Reports bounds out of what they may be, and those that end before they begin. */
export const lintBounds = (
  { from, to }: Bounds,
  [least, most]: readonly [least: number, most: number],
  report: Report,
  at = '',
): void => {
  for (const value of [from, to])
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most))
      report('out-of-range', at, {
        en: `Give a whole number from ${least} to ${most}.`,
        zh: `请填写${least}至${most}之间的整数。`,
      });
  if (from !== undefined && to !== undefined && from > to)
    report('range-reversed', at, {
      en: 'The range ends before it begins.',
      zh: '区间的上限小于下限。',
    });
};

/** Bounds in words, in a unit. */
export const boundsLabel = ({ from, to }: Bounds, unit = ''): Label => {
  const u = unit === '' ? '' : ` ${unit}`;
  if (from !== undefined && to !== undefined)
    return same(from === to ? `${from}${u}` : `${from}–${to}${u}`);
  return from === undefined ? same(`≤ ${to}${u}`) : same(`≥ ${from}${u}`);
};

/** What a range of whole numbers means, from `least` to `most` at the widest. */
export const rangeMeaning = ({
  column,
  least,
  most,
  print,
}: Pick<CriterionMeaning<Bounds>, 'print'> & {
  readonly column: WholeColumn;
  readonly least: number;
  readonly most: number;
}): CriterionMeaning<Bounds> => ({
  lint: (bounds, report) => {
    if (bounds.from === undefined && bounds.to === undefined)
      report('range-open', '', {
        en: 'Give a lower or an upper bound.',
        zh: '请填写下限或上限。',
      });
    lintBounds(bounds, [least, most], report);
  },
  print,
  where: (bounds) => between(column, bounds),
});
