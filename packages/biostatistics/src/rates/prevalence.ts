import {
  finite,
  type Numbers,
  nonNegative,
  positivePersonYears,
  sameLength,
  wholeNumber,
} from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type Estimate, scaled } from './interval.ts';
import { exactPoissonInterval } from './poisson-interval.ts';

/** How a person's follow-up ended. */
export const followUpEnd = { lost: 0, died: 1, alive: 2 } as const;

/** One entry a person (first tumour of the kind counted); times in years, say 2015.46. */
export type PrevalencePeople = {
  readonly diagnosed: Numbers;
  /** Death, loss, or the last day known alive. */
  readonly ended: Numbers;
  /** `followUpEnd`: died; alive (followed to the end of the study); lost before it. */
  readonly how: ArrayLike<number>;
};

export type PrevalenceOptions = {
  /** When people are counted, same scale as the times. */
  readonly at: number;
  /** Diagnosed within this many years before `at`; Infinity counts everyone ever registered. */
  readonly duration: number;
  /**
   * Probability that a person (by position) is alive `years` after diagnosis; used for persons who were
   * lost before `at`: S(at − diagnosed)/S(ended − diagnosed). Without it the lost are not counted.
   */
  readonly survival?: (years: number, person: number) => number;
};

export type PrevalenceCount = {
  /** Known to be alive. */
  readonly alive: number;
  /** Expected to be alive among the lost. */
  readonly fromLost: number;
  /** How many were lost before the date. */
  readonly lost: number;
  readonly prevalent: number;
};

/**
 * Prevalence by counting: people diagnosed within `duration` years before the date and alive on
 * it (Gail et al., Biometrics 1999;55:1137; SEER*Stat's counting method, which gives people lost
 * to follow-up their conditional chance of being alive). Diagnoses on the date itself count;
 * deaths on it do not.
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `negative-time` (ended before
 *   diagnosed), `unknown-category`, `out-of-range`
 */
export function prevalenceByCounting(
  { diagnosed, ended, how }: PrevalencePeople,
  { at, duration, survival }: PrevalenceOptions,
): PrevalenceCount {
  sameLength({ diagnosed, ended, how });
  finite('diagnosed', diagnosed);
  finite('ended', ended);
  finite('at', [at]);
  if (!(duration > 0)) {
    throw new BiostatisticsError('out-of-range', 'duration', `is ${duration}; give years above 0`);
  }
  let alive = 0;
  let lost = 0;
  let fromLost = 0;
  for (let index = 0; index < diagnosed.length; index++) {
    const from = diagnosed[index] as number;
    const to = ended[index] as number;
    const end = how[index];
    if (to < from) {
      throw new BiostatisticsError(
        'negative-time',
        { argument: 'ended', index },
        'is before the diagnosis; correct the dates',
      );
    }
    if (end !== followUpEnd.lost && end !== followUpEnd.died && end !== followUpEnd.alive) {
      throw new BiostatisticsError(
        'unknown-category',
        { argument: 'how', index },
        `is ${end}; use followUpEnd`,
      );
    }
    if (from > at || from <= at - duration) continue;
    if (to > at || (to === at && end !== followUpEnd.died)) {
      alive++;
    } else if (end !== followUpEnd.died) {
      // Known alive up to `ended`, before the date: unknown on it.
      lost++;
      if (survival !== undefined) fromLost += conditional(survival, index, to - from, at - from);
    }
  }
  return { alive, lost, fromLost, prevalent: alive + fromLost };
}

function conditional(
  survival: (years: number, person: number) => number,
  person: number,
  known: number,
  wanted: number,
): number {
  const base = survival(known, person);
  const chance = base > 0 ? survival(wanted, person) / base : 0;
  if (!(chance >= 0 && chance <= 1 + 1e-9)) {
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'survival', index: person },
      'has to be a non-increasing probability',
    );
  }
  return chance;
}

/**
 * A prevalence proportion with its exact Poisson interval.
 * @param per 100,000 people unless told
 */
export function prevalenceProportion(
  prevalent: number,
  population: number,
  { per = 100_000, level = 0.95 }: { per?: number; level?: number } = {},
): Estimate {
  positivePersonYears('population', [population]);
  const limits = exactPoissonInterval(prevalent, level);
  const count = { estimate: prevalent, standardError: Math.sqrt(prevalent), ...limits };
  return scaled(count, per / population);
}

/**
 * Patients to each living person of an age, diagnosed within `duration` years, as incidence and survival let expect
 * (Capocaccia & De Angelis, Stat Med 1997;16:425, eq. 3): Σ over ages at diagnosis t of incidence(t)·survival(t, age − t),
 * for age − t < duration. Survival is that of patients relative to people of their age.
 *
 * @param incidence rates by single year of age from 0, any unit, at least age + 1 of them
 * @param survival relative survival `years` after a diagnosis at an age
 * @param duration years; more than the age for all of life
 */
export function expectedPrevalence(
  incidence: Numbers,
  survival: (ageAtDiagnosis: number, years: number) => number,
  age: number,
  duration: number,
): number {
  nonNegative('incidence', incidence);
  wholeNumber('age', age, 0, incidence.length - 1);
  wholeNumber('duration', duration, 1);
  let living = 0;
  for (let diagnosis = Math.max(0, age - duration + 1); diagnosis <= age; diagnosis++) {
    // Mid-year to mid-year: a diagnosis in the year of age itself is half a year old on average.
    const years = diagnosis === age ? 0.5 : age - diagnosis;
    living += (incidence[diagnosis] as number) * survival(diagnosis, years);
  }
  return living;
}

/**
 * Completeness index R(age, duration): the share of all living patients of an age that a registry
 * that is `duration` years old can have seen (Capocaccia & De Angelis, Stat Med 1997;16:425,
 * eq. 4): what `expectedPrevalence` is of that duration, over what it is of all of life.
 *
 * @param incidence rates by single year of age from 0, any unit, at least age + 1 of them
 * @param survival relative survival `years` after a diagnosis at an age
 */
export function completenessIndex(
  incidence: Numbers,
  survival: (ageAtDiagnosis: number, years: number) => number,
  age: number,
  duration: number,
): number {
  const seen = expectedPrevalence(incidence, survival, age, duration);
  const all = expectedPrevalence(incidence, survival, age, age + 1);
  if (all === 0) {
    throw new BiostatisticsError('no-events', 'incidence', `nobody up to age ${age} falls ill`);
  }
  return seen / all;
}

/** Complete prevalence: limited-duration prevalence by age over its completeness index. */
export function completePrevalence(limited: Numbers, completeness: Numbers): Float64Array {
  sameLength({ limited, completeness });
  nonNegative('limited', limited);
  return Float64Array.from({ length: limited.length }, (_, index) => {
    const share = completeness[index] as number;
    if (!(share > 0 && share <= 1)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'completeness', index },
        `is ${share}; it has to lie in (0, 1]`,
      );
    }
    return (limited[index] as number) / share;
  });
}
