import type { Label } from '@nodp/terminology';
import { rangeMeaning } from '../../criterion/range.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import { about } from '../../criterion/words.ts';

const words = ({ from, to }: Bounds): Label => {
  if (from !== undefined && to !== undefined)
    return from === to
      ? { en: `in ${from}`, zh: `${from}年` }
      : { en: `from ${from} to ${to}`, zh: `${from}至${to}年` };
  if (from !== undefined) return { en: `in ${from} or later`, zh: `${from}年及以后` };
  return { en: `in ${to ?? '…'} or earlier`, zh: `${to ?? '…'}年及以前` };
};

export const meaning = rangeMeaning({
  column: 'diagnosis_year',
  least: 1900,
  most: 2200,
  print: (bounds) => about('diagnosed ', '诊断年份：', words(bounds)),
});
