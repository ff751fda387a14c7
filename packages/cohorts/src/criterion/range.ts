import type { CriterionMeaning } from './module.ts';
import type { Bounds } from './range-form.ts';
import { between, type WholeColumn } from './where.ts';

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
  lint: ({ from, to }, report) => {
    for (const value of [from, to])
      if (value !== undefined && (value < least || value > most))
        report('out-of-range', '', {
          en: `Give a whole number from ${least} to ${most}.`,
          zh: `请填写${least}至${most}之间的整数。`,
        });
    if (from === undefined && to === undefined)
      report('range-open', '', {
        en: 'Give a lower or an upper bound.',
        zh: '请填写下限或上限。',
      });
    if (from !== undefined && to !== undefined && from > to)
      report('range-reversed', '', {
        en: 'The range ends before it begins.',
        zh: '区间的上限小于下限。',
      });
  },
  print,
  where: (bounds) => between(column, bounds),
});
