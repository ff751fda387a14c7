import type { Label } from '@nodp/terminology';
import { rangeMeaning } from '../../criterion/range.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import { about, same } from '../../criterion/words.ts';

const words = ({ from, to }: Bounds): Label => {
  if (from !== undefined && to !== undefined)
    return from === to ? same(String(from)) : { en: `${from} to ${to}`, zh: `${from}至${to}` };
  if (from !== undefined) return { en: `${from} or more`, zh: `${from}及以上` };
  return { en: `${to ?? '…'} or less`, zh: `${to ?? '…'}及以下` };
};

export const meaning = rangeMeaning({
  column: 'age',
  least: 0,
  most: 130,
  print: (bounds) => about('aged ', '诊断年龄：', words(bounds)),
});
