import type { LifeTable } from '@nodp/biostatistics';
import type { DisclosureRule } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import type {
  StatisticsCellState,
  StatisticsDimension,
  StatisticsEvents,
  StatisticsProtection,
  StatisticsSourceKind,
} from '../generated/resolvers.ts';
import type { ScreeningStep } from '../screening/steps.ts';
import type { FollowedCases, ReportedCases } from '../survival/followed.ts';

export interface Value {
  readonly code: string;
  readonly label: Label;
}

/** A dimension that a source has. */
export interface SourceDimension {
  /** Places of an axis, in order; what is not known is `UNKNOWN` and last. */
  readonly values: readonly Value[];
  /** What a filter takes besides: parts of sites, several under one name. */
  readonly choices?: readonly Value[];
}

/** An axis of a table. */
export interface Axis {
  readonly dimension: StatisticsDimension;
  readonly values: readonly Value[];
}

/** Values chosen of dimensions, each in one order; a dimension that is not named is not chosen from. */
export type Chosen = Readonly<Partial<Record<StatisticsDimension, readonly string[]>>>;

/** What is counted, and by what. */
export interface CountAsked {
  readonly events: StatisticsEvents;
  readonly axes: readonly Axis[];
  /** Of dimensions that are no axes: several values are as many parts, each moved by itself. */
  readonly chosen: Chosen;
  /** Whether cells are counted by sex and by age within. */
  readonly sexes: boolean;
  readonly ages: boolean;
  /** Whether only those are counted whose area and year person-years are known of. */
  readonly registered: boolean;
}

export const SEX_PLACES = 3;
export const AGE_PLACES = 19;

/** Exact counts, not to be shown. */
export interface EventCounts {
  readonly parts: number;
  /** 3 (FEMALE, MALE, other or not known) where asked by sex, else 1. */
  readonly sexes: number;
  /** 19 (0–4 to 85 and more, not known) where asked by age, else 1. */
  readonly ages: number;
  /** `[cell][part][sex][age]`, flat. */
  readonly counts: ArrayLike<number>;
  /** Sums of disclosure keys likewise; null where the source has none: its counts are not moved. */
  readonly keys: ArrayLike<number> | null;
}

/** Why nobody stands below the line. */
export type NoPersonYears = Extract<StatisticsCellState, 'NOT_REGISTERED' | 'NOT_COMPLETE'>;

export interface PersonYears {
  /** By cell: women at 18 ages, then men; or why there are none. Ages that were not chosen are 0. */
  at(cell: number): Float64Array | NoPersonYears;
  /** Whose person-years these are: areas, years, completeness and where they are from. */
  readonly basis: Label;
}

/** Population of periods after those whose events are counted. */
export interface PopulationToCome {
  readonly periods: readonly Value[];
  /** @param axes the last of them the periods to come */
  personYears(axes: readonly Axis[], chosen: Chosen): PersonYears;
}

/** Mortality of the general population. */
export interface GeneralMortality {
  /** Strata 0 female, 1 male. */
  readonly table: LifeTable;
  /** Whose it is, and where it is from. */
  readonly note: Label;
}

/** What questions are asked of: a release of the platform, or a data set of registries. */
export interface Source {
  readonly id: string;
  readonly kind: StatisticsSourceKind;
  readonly label: Label;
  readonly citation: Label;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly protection: StatisticsProtection;
  readonly rule: DisclosureRule;
  readonly events: readonly StatisticsEvents[];
  readonly dimensions: Readonly<Partial<Record<StatisticsDimension, SourceDimension>>>;
  /** Why it has none of the others. */
  readonly absent: Readonly<Partial<Record<StatisticsDimension, Label>>>;
  count(asked: CountAsked): Promise<EventCounts>;
  /** Cases with a known time of follow-up; left out by what follows nobody. */
  followed?(axes: readonly Axis[], chosen: Chosen): Promise<FollowedCases>;
  /** The same with when each was first reported; left out by what does not know it. */
  reported?(axes: readonly Axis[], chosen: Chosen): Promise<ReportedCases>;
  /**
   * Cases that an indicator is of, by the axes and by what it says of them: met, not met, cannot be judged (the last place,
   * fastest); left out by what has no cases one by one.
   */
  judged?(indicator: string, axes: readonly Axis[], chosen: Chosen): Promise<EventCounts>;
  /**
   * Rounds of screening by the axes and by how far they came (the last place, fastest), each a person in a year; left out by what
   * has none.
   */
  screened?(step: ScreeningStep, axes: readonly Axis[], chosen: Chosen): Promise<EventCounts>;
  /** Null where none was loaded; left out by what has no use for one. */
  lifeTable?(): Promise<GeneralMortality | null>;
  /** @param axes of the table; those that person-years know nothing of are passed over */
  personYears(axes: readonly Axis[], chosen: Chosen): Promise<PersonYears>;
  /** Left out, or null, where nobody gave it. */
  readonly toCome?: PopulationToCome | null;
  /** An answer worked out once for these words. */
  once<T>(words: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Takes counts from the account's budget, where the source's counts have one. */
  charge(words: readonly string[], counts: number): Promise<void>;
}
