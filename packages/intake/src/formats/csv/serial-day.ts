/** From which day a workbook counts: Excel's own (1900), or that of the Macintosh before 2011 (1904). */
export type Epoch = 1900 | 1904;

const DAY = 86_400_000;
/** Day 0. Excel takes 1900 for a leap year: days after its 29 February are one more than were. */
const ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
/** 1 March 1900, and the end of the twenty-first century. */
const [EARLIEST, LATEST] = [61, 73_415];

/**
 * A number of days as a day, with its time where it has one; null of what is no such number. Years (`1949`) and whole dates
 * (`20260314`) are left as they are: a day of 1905 and before is no number of days here.
 */
export const serialDay = (cell: string, epoch: Epoch): string | null => {
  if (!/^\d{4,5}(\.\d+)?$/.test(cell)) return null;
  const days = Number(cell);
  const since1900 = epoch === 1904 ? days + 1_462 : days;
  if (since1900 < EARLIEST || since1900 > LATEST || (days >= 1_900 && days <= 2_100)) return null;
  const at = new Date(ZERO[epoch] + Math.round(days * 86_400) * 1_000);
  return dayOf(at, at.getTime() % DAY !== 0);
};

/** A moment as files of rows write it. */
export const dayOf = (at: Date, timed: boolean): string => {
  const [day = '', time = ''] = at.toISOString().split('T');
  return timed ? `${day} ${time.slice(0, 8)}` : day;
};
