import type { Label } from '@nodp/terminology';
import { dayAfter, type Point } from './points.ts';

/** What a rule says of a course. */
export interface Judgement {
  readonly alert: boolean;
  /** A rise that is not confirmed: repeated, and no alert. */
  readonly pending: boolean;
  /** Of the alert; null where there is none. */
  readonly date: string | null;
  /** When a later value confirmed it, for rules that ask for one. */
  readonly confirmed: string | null;
  /** The value it rose from, and the one that decided. */
  readonly from: Point | null;
  readonly to: Point | null;
  /** By when a pending rise is to be repeated. */
  readonly repeatBy: string | null;
  readonly explanation: readonly Label[];
}

const quiet = {
  alert: false,
  pending: false,
  date: null,
  confirmed: null,
  from: null,
  to: null,
  repeatBy: null,
};

export const nothing = (en: string, zh: string): Judgement => ({
  ...quiet,
  explanation: [{ en, zh }],
});

export const alertOf = (
  said: Pick<Judgement, 'from' | 'to' | 'date'> & { readonly confirmed?: string | null },
  en: string,
  zh: string,
): Judgement => ({ ...quiet, confirmed: null, ...said, alert: true, explanation: [{ en, zh }] });

/** @param days after the value within which it is to be repeated */
export const pendingOf = (
  to: Point,
  from: Point | null,
  days: number,
  en: string,
  zh: string,
): Judgement => {
  const repeatBy = dayAfter(to.date, days);
  return {
    ...quiet,
    pending: true,
    from,
    to,
    repeatBy,
    explanation: [
      {
        en: `${en} One value is no alert: repeat by ${repeatBy}.`,
        zh: `${zh}单次升高不构成提示：请于${repeatBy}前复查。`,
      },
    ],
  };
};
