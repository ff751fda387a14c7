import type { Label } from '@nodp/terminology';
import type { PartialDate } from '../dates/partial-date.ts';

/** A date as precisely as it is known; empty where there is none. */
export const written = (date: PartialDate | null): string =>
  date === null
    ? ''
    : date.date.slice(0, date.precision === 'year' ? 4 : date.precision === 'month' ? 7 : 10);

/** Words of a source with its day in writing. */
export const named = (en: string, zh: string, date: string): Label => ({
  en: date === '' ? en : `${en}, ${date}`,
  zh: date === '' ? zh : `${zh}，${date}`,
});

/** A source with its day. */
export const dated = ({ en, zh }: Label, on: PartialDate | null): Label =>
  named(en, zh, written(on));
