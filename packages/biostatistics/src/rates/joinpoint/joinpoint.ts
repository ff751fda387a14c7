import { inRange, wholeNumber } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { candidateJoins, type Spacing } from './candidates.ts';
import { type GridSearch, gridSearch } from './grid-search.ts';
import { type InformationCriteria, informationCriteria } from './information-criteria.ts';
import { type PermutationOptions, permutationPValue } from './permutation-test.ts';
import {
  annualPercentChanges,
  fitSegments,
  type PercentChange,
  type SegmentFit,
} from './segments.ts';
import { type RateSeries, weightedSeries } from './series.ts';

/** How the number of joins is chosen. */
export type JoinpointSelection = 'permutation' | 'weighted-bic' | 'bic' | 'bic3';

export type JoinpointOptions = PermutationOptions & {
  /** NCI Joinpoint 5's default, `weighted-bic`, unless told. */
  readonly selection?: JoinpointSelection;
  /** 0 to 5; by the length of the series as NCI Joinpoint unless told (see defaultMostJoins). */
  readonly mostJoins?: number;
  readonly leastJoins?: number;
  readonly spacing?: Spacing;
  /** Of the intervals; 0.95. */
  readonly level?: number;
  /** Of over-fitting in the permutation tests; 0.05. */
  readonly significance?: number;
};

/** One number of joins tried. */
export type JoinpointModel = { readonly fit: SegmentFit; readonly criteria: InformationCriteria };

/** One permutation test of the sequence. */
export type JoinpointTest = {
  readonly fewer: number;
  readonly more: number;
  readonly pValue: number;
  /** The level it was held against: significance/(most − fewer). */
  readonly significance: number;
  readonly rejected: boolean;
};

export type Joinpoint = {
  readonly joins: readonly number[];
  readonly segments: readonly PercentChange[];
  readonly fit: SegmentFit;
  /** Every number of joins from least to most. */
  readonly models: readonly JoinpointModel[];
  /** The sequence of tests, empty unless `selection` is `permutation`. */
  readonly tests: readonly JoinpointTest[];
};

/**
 * Joinpoint regression: straight lines in ln(rate) that meet at an unknown number of joins, found
 * by grid search and chosen by an information criterion or by a sequence of permutation tests
 * (Kim, Fay, Feuer & Midthune, Stat Med 2000;19:335; NCI Joinpoint, whose defaults these are).
 *
 * @throws {BiostatisticsError} as weightedSeries; `too-few` years for the joins asked for;
 *   `out-of-range`
 */
export function joinpoint(input: RateSeries, options: JoinpointOptions = {}): Joinpoint {
  const { selection = 'weighted-bic', leastJoins = 0, spacing = {}, level = 0.95 } = options;
  const series = weightedSeries(input);
  const mostJoins =
    options.mostJoins ?? Math.max(leastJoins, defaultMostJoins(series.years.length));
  wholeNumber('mostJoins', mostJoins, 0, 5);
  wholeNumber('leastJoins', leastJoins, 0, mostJoins);
  if (series.years.length < 3) {
    throw new BiostatisticsError(
      'too-few',
      'years',
      `${series.years.length} years; a trend needs 3`,
    );
  }
  const candidates = candidateJoins(series.years, spacing);
  const response = series.logRates.map((value, i) => value * (series.rootWeights[i] as number));
  const searches: GridSearch[] = [];
  const models: JoinpointModel[] = [];
  for (let count = leastJoins; count <= mostJoins; count++) {
    const search = gridSearch(series, candidates, count);
    const fit = fitSegments(series, search.best(response).joins);
    searches.push(search);
    models.push({ fit, criteria: informationCriteria(series, fit) });
  }
  const tests: JoinpointTest[] = [];
  const chosen =
    selection === 'permutation'
      ? chooseByTests(tests, options, leastJoins, mostJoins, (fewer, more, progress) =>
          permutationPValue(
            series,
            searches[fewer - leastJoins] as GridSearch,
            searches[more - leastJoins] as GridSearch,
            spacing,
            progress,
          ),
        ) - leastJoins
      : smallest(models.map(({ criteria }) => criterion(criteria, selection)));
  const { fit } = models[chosen] as JoinpointModel;
  return { joins: fit.joins, segments: annualPercentChanges(fit, { level }), fit, models, tests };
}

/** NCI Joinpoint's default: 0 joins below 7 years, one more for each further 5, 5 from 27 on. */
export function defaultMostJoins(years: number): number {
  return Math.max(0, Math.min(5, Math.floor((years - 2) / 5)));
}

/**
 * Fewest joins against most; a rejection raises the fewest by one, anything else lowers the most.
 * Each test at significance/(most − fewer joins of the null), which bounds the chance of finding
 * too many (NCI Joinpoint since version 3).
 */
function chooseByTests(
  tests: JoinpointTest[],
  { significance = 0.05, onProgress, ...permutation }: JoinpointOptions,
  least: number,
  most: number,
  pValueOf: (fewer: number, more: number, options: PermutationOptions) => number,
): number {
  inRange('significance', significance, 0, 1, 'open');
  let fewer = least;
  let more = most;
  while (fewer < more) {
    const done = tests.length;
    const progress = onProgress && ((share: number) => onProgress((done + share) / (most - least)));
    const pValue = pValueOf(
      fewer,
      more,
      progress ? { ...permutation, onProgress: progress } : permutation,
    );
    const held = significance / (most - fewer);
    const rejected = pValue <= held;
    tests.push({ fewer, more, pValue, significance: held, rejected });
    if (rejected) fewer++;
    else more--;
  }
  return fewer;
}

function criterion(criteria: InformationCriteria, selection: JoinpointSelection): number {
  if (selection === 'bic') return criteria.bic;
  return selection === 'bic3' ? criteria.bic3 : criteria.weightedBic;
}

function smallest(values: readonly number[]): number {
  let best = 0;
  for (const [i, value] of values.entries()) if (value < (values[best] as number)) best = i;
  return best;
}
