import { isCalendarDay } from './calendar-day.ts';

const forms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/**
 * The day a person may have been born, as people write it: 1973-06-05, 1973/6/5, 1973.6.5, 19730605, 1973年6月5日;
 * null where the words are no day.
 */
export const dayOf = (words: string): string | null => {
  const text = words.normalize('NFKC').replace(/\s+/g, '');
  for (const form of forms) {
    const [, year = '', month = '', day = ''] = form.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isCalendarDay(date)) return date;
  }
  return null;
};

/** The key by which `patients.listed` finds everybody born on a day. */
export const birthKey = (date: string): string => `born ${date}`;
