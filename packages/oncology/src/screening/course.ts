import { addMonths } from '../dates/partial-date.ts';
import type { FollowUp, Meaning, ScreeningProgramme } from './programme.ts';

/** A test that took place, with its result as it was sent. */
interface TestDone {
  readonly test: string;
  /** YYYY-MM-DD, or as much of it as is known: with less than a day nothing can be told of what follows. */
  readonly on: string;
  readonly result: string | null;
}

/** What is known of one person in one programme. */
interface ScreenedPerson {
  /** Days of invitations. */
  readonly invited: readonly string[];
  /** Days on which the person opted out: it ends what is due until a later test. */
  readonly declined?: readonly string[];
  readonly tests: readonly TestDone[];
  /** The first cancer that the programme looks for, with its day; null where none is recorded. */
  readonly diagnosed: string | null;
  readonly died: string | null;
}

/** Why something cannot be judged. */
export type NotJudged = 'no-result' | 'unknown-result' | 'no-interval' | 'no-test' | 'no-day';

export type Judged<Value> = { readonly value: Value } | { readonly cannot: NotJudged };

const isDay = (written: string): boolean => written.length === 10;

/** What a result says and what follows it; why it cannot be told. */
export const resultOf = (
  programme: ScreeningProgramme,
  { test, result }: TestDone,
): Judged<{ readonly meaning: Meaning; readonly next: FollowUp | null }> => {
  if (result === null) return { cannot: 'no-result' };
  const scale = programme.tests.find(({ id }) => id === test);
  const found = scale?.results.find(({ code }) => code.toLowerCase() === result.toLowerCase());
  return found === undefined
    ? { cannot: 'unknown-result' }
    : { value: { meaning: found.meaning, next: found.next } };
};

/** The day on which the next test is due after one; null where no test follows it. */
const dueAfter = (programme: ScreeningProgramme, test: TestDone): Judged<string | null> => {
  const found = resultOf(programme, test);
  if ('cannot' in found) return found;
  const { next } = found.value;
  if (next === null) return { cannot: 'no-interval' };
  if (!isDay(test.on)) return { cannot: 'no-day' };
  if (next.kind === 'recall') return { value: addMonths(test.on, next.months) };
  return { value: next.kind === 'repeat' ? test.on : null };
};

const latest = (tests: readonly TestDone[]): TestDone | null =>
  tests.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1) ?? null;

/** How far a person came. */
export type Step =
  | 'invited'
  | 'declined'
  | 'result-awaited'
  | 'negative'
  | 'recalled'
  | 'work-up-awaited'
  | 'repeat-awaited'
  | 'diagnosed'
  | 'not-invited';

export interface Course {
  readonly step: Step;
  readonly last: TestDone | null;
  /** When the next test is due, as far as it can be told. */
  readonly due: Judged<string | null>;
  readonly overdue: boolean;
}

const stepOf = (programme: ScreeningProgramme, last: TestDone): Step => {
  const found = resultOf(programme, last);
  if ('cannot' in found) return 'result-awaited';
  const { meaning, next } = found.value;
  if (meaning === 'negative') return 'negative';
  if (meaning === 'inconclusive') return 'repeat-awaited';
  return next?.kind === 'recall' ? 'recalled' : 'work-up-awaited';
};

/** Where a person stands on a day. A death or a diagnosis ends what is due. */
export const courseOf = (
  programme: ScreeningProgramme,
  person: ScreenedPerson,
  today: string,
): Course => {
  const last = latest(person.tests);
  const due: Judged<string | null> =
    last === null ? { cannot: 'no-test' } : dueAfter(programme, last);
  const optedOut = (person.declined ?? []).some((on) => last === null || on >= last.on);
  const ended = person.diagnosed !== null || person.died !== null || optedOut;
  const step =
    person.diagnosed !== null
      ? 'diagnosed'
      : optedOut
        ? 'declined'
        : last !== null
          ? stepOf(programme, last)
          : person.invited.length > 0
            ? 'invited'
            : 'not-invited';
  const overdue = !ended && 'value' in due && due.value !== null && due.value < today;
  return { step, last, due, overdue };
};

/**
 * Whether a cancer is an interval cancer: diagnosed after a negative test and before the next one was due, with no test between.
 * A cancer found by a positive test is none; after a negative test whose interval is not known it cannot be judged.
 */
export const isIntervalCancer = (
  programme: ScreeningProgramme,
  { tests, diagnosed }: ScreenedPerson,
): Judged<boolean> => {
  if (diagnosed === null) return { value: false };
  if (tests.length > 0 && !isDay(diagnosed)) return { cannot: 'no-day' };
  const last = latest(tests.filter(({ on }) => on <= diagnosed));
  if (last === null) return { cannot: 'no-test' };
  const found = resultOf(programme, last);
  if ('cannot' in found) return found;
  if (found.value.meaning !== 'negative') return { value: false };
  const due = dueAfter(programme, last);
  if ('cannot' in due) return due;
  return { value: due.value !== null && diagnosed < due.value };
};
