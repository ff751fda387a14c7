/** What a question can name, as the graph has it. */
import type {
  JoinpointSelection,
  RateIntervalMethod,
  StandardPopulation,
  StatisticsDimension,
  StatisticsEvents,
  StatisticsFilterInput,
  SurvivalApproach,
} from '../../../graph/generated/graphql.ts';

/** The list of a filter that chooses from each dimension; years are chosen by their first and last. */
export const LISTS = {
  SITE: 'sites',
  SEX: 'sexes',
  AGE: 'ages',
  YEAR: null,
  PERIOD: 'periods',
  FOLLOW_UP: null,
  PROVINCE: 'provinces',
  REGISTRY: 'registries',
  STAGE: 'stages',
  HISTOLOGY: 'histologies',
  BEHAVIOUR: 'behaviours',
  BASIS: 'bases',
  SCREENING: 'screenings',
  REGISTRATION: 'registrations',
  DIRECT_COST: 'directCosts',
  OUT_OF_POCKET_COST: 'outOfPocketCosts',
  TIER: 'tiers',
  INSTITUTION: 'institutions',
} as const satisfies Record<StatisticsDimension, keyof StatisticsFilterInput | null>;

export const DIMENSIONS = Object.keys(LISTS) as StatisticsDimension[];

/** Dimensions that a filter chooses members of. */
export const NARROWED = DIMENSIONS.filter((dimension) => LISTS[dimension] !== null);

export const STANDARDS: readonly StandardPopulation[] = Object.keys({
  SEGI: 0,
  WHO2000: 0,
  ESP1976: 0,
  ESP2013: 0,
  CHINA2000: 0,
} satisfies Record<StandardPopulation, 0>) as StandardPopulation[];

export const EVENTS: readonly StatisticsEvents[] = ['CASES', 'DEATHS'];
export const INTERVALS: readonly RateIntervalMethod[] = ['FAY_FEUER', 'TIWARI'];
export const APPROACHES: readonly SurvivalApproach[] = ['COMPLETE', 'COHORT', 'PERIOD'];
export const SELECTIONS: readonly JoinpointSelection[] = ['WEIGHTED_BIC', 'PERMUTATION', 'BIC'];
/** Joins of a trend. */
export const MOST_JOINS = 5;

/** Most dimensions of a question. */
export const MOST_DIMENSIONS = 4;
/** The names of selections side by side in an address: six at most. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
