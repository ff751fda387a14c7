import type { SexCode, Years } from '../data-set.ts';
import { AGES } from '../data-set.ts';
import type { Cells } from './files.ts';
import type { Place, Problems } from './problem.ts';

/** A row being read: what a cell cannot be is a problem, and then `null`. */
export interface Row {
  readonly cells: Cells;
  readonly place: Place;
  readonly problems: Problems;
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const isNot = (row: Row, column: string, remedy: { en: string; zh: string }): null => {
  const text = shown(row.cells(column));
  row.problems.error(
    row.place,
    column,
    text === ''
      ? { en: `${column} is empty.`, zh: `${column} 为空。` }
      : { en: `${column} is “${text}”.`, zh: `${column} 的值为“${text}”。` },
    remedy,
  );
  return null;
};

/** Decimal notation alone: `0x10` and `1e400` are numbers to JavaScript, and typing errors here. */
const DECIMAL = /^\d{1,15}(?:\.\d{1,30})?(?:[eE]-?\d{1,2})?$/;

export const numberIn = (row: Row, column: string, most: number): number | null => {
  const text = row.cells(column);
  const value = Number(text);
  return DECIMAL.test(text) && value <= most
    ? value
    : isNot(row, column, {
        en: `Give a number from 0 to ${most.toLocaleString('en')}.`,
        zh: `请填写0至${most.toLocaleString('en')}之间的数。`,
      });
};

export const wholeIn = (row: Row, column: string, most: number): number | null => {
  const text = row.cells(column);
  const value = Number(text);
  return DECIMAL.test(text) && Number.isInteger(value) && value <= most
    ? value
    : isNot(row, column, {
        en: `Give a whole number from 0 to ${most.toLocaleString('en')}.`,
        zh: `请填写0至${most.toLocaleString('en')}之间的整数。`,
      });
};

export const textIn = (row: Row, column: string, most: number): string | null => {
  const text = row.cells(column);
  if (text.includes('\uFFFD'))
    return isNot(row, column, {
      en: 'The file is not written in UTF-8: save it as “CSV UTF-8”.',
      zh: '文件编码不是UTF-8：请另存为“CSV UTF-8”。',
    });
  return text !== '' && text.length <= most
    ? text
    : isNot(row, column, {
        en: `Give 1 to ${most} characters.`,
        zh: `请填写1至${most}个字符。`,
      });
};

const SEXES: Readonly<Record<string, SexCode>> = {
  '1': 1,
  '2': 0,
  male: 1,
  female: 0,
  m: 1,
  f: 0,
  男: 1,
  女: 0,
};

export const sexIn = (row: Row, column: string): SexCode | null =>
  SEXES[row.cells(column).toLowerCase()] ??
  isNot(row, column, {
    en: 'Give male or female (or 1 for male, 2 for female).',
    zh: '请填写 male 或 female（或1表示男、2表示女）。',
  });

/** Place of unknown age, after the 18 groups. */
export const UNKNOWN_AGE = AGES;

/** `0-4` to `80-84`, `85+`, `unknown`; or the first year of age of the group. */
const AGE_WORDS: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: AGES }, (_, i): [string, number] => [`${i * 5}`, i]),
  ...Array.from({ length: AGES - 1 }, (_, i): [string, number] => [`${i * 5}-${i * 5 + 4}`, i]),
  ['85+', AGES - 1],
  ['unknown', UNKNOWN_AGE],
  ['不详', UNKNOWN_AGE],
]);

export const ageIn = (row: Row, column: string): number | null =>
  AGE_WORDS.get(row.cells(column).toLowerCase().replace('–', '-')) ??
  isNot(row, column, {
    en: 'Give one of 18 age groups: 0-4, 5-9, … 80-84, 85+; or unknown.',
    zh: '请填写18个年龄组之一：0-4、5-9、……80-84、85+；年龄不详填 unknown。',
  });

/** Codes 1 to 19 of Cancer Incidence in Five Continents: 1 is 0–4, 18 is 85 and more, 19 unknown. */
export const ageCodeIn = (row: Row, column: string): number | null => {
  const text = row.cells(column);
  const code = Number(text);
  return /^\d{1,2}$/.test(text) && code >= 1 && code <= AGES + 1
    ? code - 1
    : isNot(row, column, {
        en: 'Give 1 (0–4 years) to 18 (85 and more), or 19 (unknown).',
        zh: '请填写1（0–4岁）至18（85岁及以上），19表示年龄不详。',
      });
};

const THIS_CENTURY = 2100;

export const yearsIn = (row: Row, column: string): Years | null => {
  const [, from, to = from] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(row.cells(column)) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return first >= 1900 && last >= first && last - first < 50 && last <= THIS_CENTURY
    ? { first, last }
    : isNot(row, column, {
        en: 'Give a year (2015) or a period (2013-2017) between 1900 and 2100.',
        zh: '请填写1900至2100年之间的年份（2015）或时期（2013-2017）。',
      });
};

/** One of some words; the problem names them. */
export const oneOf = <Word extends string>(
  row: Row,
  column: string,
  words: readonly Word[],
): Word | null =>
  words.find((word) => word === row.cells(column).toLowerCase()) ??
  isNot(row, column, {
    en: `Give one of: ${words.join(', ')}.`,
    zh: `请填写以下之一：${words.join('、')}。`,
  });

export { isNot };
