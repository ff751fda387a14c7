import type { Label } from '@nodp/terminology';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { rangeMeaning } from '../../criterion/range.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import { about, same } from '../../criterion/words.ts';
import { OLDEST } from './form.ts';

/** An age of 90 is 90 or more: `70 to 90` takes in everybody from 70. */
const words = ({ from, to }: Bounds): Label => {
  const open = to === undefined || to >= OLDEST;
  if (from !== undefined && !open)
    return from === to ? same(String(from)) : { en: `${from} to ${to}`, zh: `${from}至${to}` };
  if (from !== undefined) return { en: `${from} or more`, zh: `${from}及以上` };
  return open
    ? { en: 'at any age that is known', zh: '任意已知年龄' }
    : { en: `${to ?? '…'} or less`, zh: `${to ?? '…'}及以下` };
};

const range = rangeMeaning({
  column: 'age',
  least: 0,
  most: 130,
  print: (bounds) => about('aged ', '诊断年龄：', words(bounds)),
});

/** The ages of a release end at 90, so that what parts those of 90 and more cannot be asked. */
export const meaning: CriterionMeaning<Bounds> = {
  ...range,
  lint: (bounds, report) => {
    range.lint(bounds, report);
    const { from, to } = bounds;
    if ((from !== undefined && from > OLDEST) || (to !== undefined && to > OLDEST))
      report('out-of-range', '', {
        en: `Ages of ${OLDEST} and more are one: give ${OLDEST} for “${OLDEST} or more”.`,
        zh: `${OLDEST}岁及以上不再细分：请填写${OLDEST}（即${OLDEST}岁及以上）。`,
      });
  },
};
