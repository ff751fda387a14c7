import { isBefore, type PartialDate } from '../dates/partial-date.ts';
import { courseOf, isIntervalCancer, type Judged, type NotJudged, type Step } from './course.ts';
import { isProgramme, type ProgrammeId } from './programme.ts';
import { SCREENING_PROGRAMMES } from './programmes.ts';

/** One round of a person in a programme, as it was recorded: an invitation, a test with its result, or both. */
export interface ScreeningRound {
  readonly programme: string;
  readonly invited: PartialDate | null;
  readonly declined: PartialDate | null;
  readonly tested: PartialDate | null;
  readonly test: string | null;
  readonly result: string | null;
}

/** A primary of a person, as it was summed up. */
export interface ScreenedTumour {
  readonly siteGroup: string | null;
  readonly behaviour: string | null;
  readonly diagnosed: PartialDate | null;
  readonly broadStage: string | null;
}

/** How a person stands in one programme. */
export interface ScreeningStanding {
  readonly programme: ProgrammeId;
  readonly step: Step;
  /** Days as far as they are known: 2026, 2026-03, 2026-03-14. */
  readonly invitedOn: string | null;
  readonly testedOn: string | null;
  readonly test: string | null;
  readonly result: string | null;
  /** When the next test is due: null where none follows, or it cannot be told. */
  readonly dueOn: string | null;
  readonly cannot: NotJudged | null;
  readonly diagnosedOn: string | null;
  readonly broadStage: string | null;
  /** Null where it cannot be judged; false where no cancer is recorded. */
  readonly isIntervalCancer: boolean | null;
  readonly intervalCannot: NotJudged | null;
}

const LENGTHS = { day: 10, month: 7, year: 4 } as const;
const written = (date: PartialDate): string => date.date.slice(0, LENGTHS[date.precision]);
const latest = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null;

/** The only test of a programme that has one; the first where a programme has several and none was said. */
export const testOf = (programme: ProgrammeId, said: string | null): string => {
  const [only, second] = SCREENING_PROGRAMMES[programme].tests;
  return said ?? (second === undefined ? (only?.id ?? '') : '');
};

/** The first invasive cancer of the programme's organ; its day may be unknown. */
const cancerOf = (
  programme: ProgrammeId,
  tumours: readonly ScreenedTumour[],
): ScreenedTumour | null =>
  tumours
    .filter(({ siteGroup, behaviour }) => siteGroup === programme && behaviour === '3')
    .toSorted((a, b) =>
      a.diagnosed === null
        ? 1
        : b.diagnosed !== null && isBefore(a.diagnosed, b.diagnosed)
          ? -1
          : 1,
    )[0] ?? null;

const value = <T>(judged: Judged<T>): T | null => ('value' in judged ? judged.value : null);

/**
 * Where a person stands in each programme that has a round of the person, by the programmes' scales.
 * @param rounds in any order, of all institutions; of programmes that are not known they are passed over
 * @param today YYYY-MM-DD
 */
export const screeningOf = (
  rounds: readonly ScreeningRound[],
  tumours: readonly ScreenedTumour[],
  died: string | null,
  today: string,
): readonly ScreeningStanding[] =>
  [...new Set(rounds.map(({ programme }) => programme))]
    .filter(isProgramme)
    .toSorted()
    .map((programme) => {
      const own = rounds.filter((one) => one.programme === programme);
      const daysOf = (key: 'invited' | 'declined') =>
        own.flatMap((one) => (one[key] === null ? [] : [written(one[key])]));
      const tests = own.flatMap(({ tested, test, result }) =>
        tested === null ? [] : [{ on: written(tested), test: testOf(programme, test), result }],
      );
      const cancer = cancerOf(programme, tumours);
      // A cancer of an unknown day is one all the same: nothing is due, and its interval cannot be judged.
      const diagnosed =
        cancer === null ? null : cancer.diagnosed === null ? '' : written(cancer.diagnosed);
      const person = {
        invited: daysOf('invited'),
        declined: daysOf('declined'),
        tests,
        diagnosed,
        died,
      };
      const scale = SCREENING_PROGRAMMES[programme];
      const { step, last, due } = courseOf(scale, person, today);
      const interval: Judged<boolean> =
        diagnosed === '' ? { cannot: 'no-day' } : isIntervalCancer(scale, person);
      const isOver = diagnosed !== null || died !== null || step === 'declined';
      return {
        programme,
        step,
        invitedOn: latest(person.invited),
        testedOn: last?.on ?? null,
        test: last === null || last.test === '' ? null : last.test,
        result: last?.result ?? null,
        dueOn: isOver ? null : value(due),
        cannot: !isOver && 'cannot' in due && last !== null ? due.cannot : null,
        diagnosedOn: diagnosed === '' ? null : diagnosed,
        broadStage: cancer?.broadStage ?? null,
        isIntervalCancer: value(interval),
        intervalCannot: 'cannot' in interval ? interval.cannot : null,
      };
    });
