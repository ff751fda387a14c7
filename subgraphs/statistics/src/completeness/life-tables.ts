import type { FlowInterval } from '@nodp/biostatistics';
import { DAYS_OF_YEAR } from '../survival/approach.ts';
import type { ReportedCases } from '../survival/followed.ts';

/** Intervals of a year. */
const OF_YEAR = 2;
const DAYS = DAYS_OF_YEAR / OF_YEAR;

/** Counts of an interval, in the order in which each is moved for itself. */
export const FLOW_COUNTS = [
  'deaths',
  'withdrawn',
  'registered',
  'diedUnregistered',
  'certificates',
  'mentions',
] as const satisfies readonly (keyof FlowInterval)[];
type Counts = Record<(typeof FLOW_COUNTS)[number], number>;

/** Those who could have been registered for so many years: diagnosed as long before the closing day, the day of the first report known. */
export const longEnough = (
  { date, registered, closing }: ReportedCases,
  rows: Int32Array,
  years: number,
): Int32Array =>
  rows.filter(
    (row) =>
      (registered[row] as number) >= 0 && (date[row] as number) <= closing - years * DAYS_OF_YEAR,
  );

/** Half-years after diagnosis, as many as some years have: exact, not to be shown. */
export const flowIntervals = (
  { days, died, registered, cancerDeath }: ReportedCases,
  rows: Int32Array,
  years: number,
): readonly Counts[] => {
  const intervals = Array.from(
    { length: OF_YEAR * years },
    (): Counts => ({
      ...{ deaths: 0, withdrawn: 0, registered: 0 },
      ...{ diedUnregistered: 0, certificates: 0, mentions: 0 },
    }),
  );
  const add = (day: number, what: keyof Counts) => {
    const interval = intervals[Math.floor(day / DAYS)];
    if (interval !== undefined) interval[what]++;
  };
  for (const row of rows) {
    const [end, report] = [days[row] as number, registered[row] as number];
    const dead = died[row] === 1;
    const inLife = !dead || report <= end;
    add(end, dead ? 'deaths' : 'withdrawn');
    if (inLife) add(report, 'registered');
    else add(end, 'diedUnregistered');
    if (!dead || !inLife || (cancerDeath[row] as number) < 0) continue;
    add(end, 'certificates');
    if (cancerDeath[row] === 1) add(end, 'mentions');
  }
  return intervals;
};
