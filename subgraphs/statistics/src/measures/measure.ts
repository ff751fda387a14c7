import type { Label } from '@nodp/graph';
import type {
  StatisticsCellState,
  StatisticsDimension,
  StatisticsEvents,
  StatisticsMeasureGroup,
  StatisticsOption,
} from '../generated/resolvers.ts';
import type { Question } from '../questions/question.ts';
import type { Source } from '../sources/source.ts';

/** What a measure is worked out from. */
export interface Material {
  readonly question: Question;
  readonly source: Source;
}

/** One figure of a table. */
export interface Cell {
  readonly state: StatisticsCellState;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** How much a rate changes a year, in percent. */
export interface YearlyChange {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly pValue: number | null;
}

/** A trend of one line along the years. */
export interface Trend {
  /** The line's code on each axis but the years. */
  readonly codes: readonly string[];
  readonly joins: readonly number[];
  readonly segments: readonly YearlyChange[];
  readonly average: YearlyChange;
  /** By the places of the years. */
  readonly observed: readonly (number | null)[];
}

/** A period that was held back from the model, expected and as it came. */
export interface HeldBack {
  readonly period: Label;
  readonly place: number;
  readonly rate: number;
  readonly observed: number;
  readonly expected: number;
  readonly percentError: number;
  readonly pValue: number;
}

/** A line carried on into periods to come. */
export interface Projection {
  /** The line's code on each axis but the periods. */
  readonly codes: readonly string[];
  readonly periods: readonly Label[];
  readonly rates: readonly number[];
  readonly counts: readonly number[];
  readonly populationGiven: boolean;
  readonly periodsUsed: number;
  readonly goodnessOfFit: number;
  readonly recentTrend: boolean;
  readonly fromAge: Label;
  readonly heldBack: readonly HeldBack[];
}

/** A test of the cells along an axis. */
export interface Comparison {
  /** After diagnosis. */
  readonly years: number;
  readonly groups: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** The answer of a measure. */
export interface Columns {
  readonly cells: readonly Cell[];
  /** Counts that it has told: what the account's budget is charged. */
  readonly counts: number;
  /** Whose person-years stand below; null where none do. */
  readonly population: Label | null;
  readonly notes?: readonly Label[];
  readonly trends?: readonly Trend[];
  readonly projections?: readonly Projection[];
  readonly comparison?: Comparison | null;
  /** What the figures are called where the question names it, instead of the measure. */
  readonly words?: Pick<Measure, 'label' | 'numerator' | 'denominator'> & {
    /** Of whom where nothing is chosen, instead of all cancers. */
    readonly population: Label;
  };
}

/** A measure: one folder of `measures`, named in its registry. */
export interface Measure {
  readonly group: StatisticsMeasureGroup;
  readonly label: Label;
  /** What deaths are called where they are counted instead of cases; null where it cannot be asked of deaths. */
  readonly ofDeaths: Label | null;
  readonly unit: Label;
  /** One plain sentence: what a figure shows, and what it does not. */
  readonly sentence: Label;
  readonly limits: Label;
  readonly numerator: Label;
  readonly denominator: Label | null;
  /** The interval and how it is found; null where there is none. */
  readonly interval: Label | null;
  readonly options: readonly StatisticsOption[];
  /** Whether person-years stand below the line. */
  readonly needsPersonYears: boolean;
  /** Dimensions that have to be crossed. */
  readonly required: readonly StatisticsDimension[];
  /** Whether it is a share of cases, whose places are compared in a funnel. */
  readonly isShare?: boolean;
  /** Whether it is of years after diagnosis, which can be crossed then. */
  readonly followUp?: boolean;
  /** Why it cannot be crossed by a dimension, beside what its source does not know. */
  readonly refused: Readonly<Partial<Record<StatisticsDimension, Label>>>;
  /** Why it cannot be chosen from a dimension. */
  readonly filterRefused?: Readonly<Partial<Record<StatisticsDimension, Label>>>;
  /** Why a source cannot answer it; null where it can. */
  readonly absent?: (source: Source) => Label | null;
  answer(material: Material): Promise<Columns>;
}

/** Figures have as many significant digits as what they are made of allows. */
export const digits = (value: number, count: number | null): number =>
  count === null ? value : Number(value.toPrecision(count));

export const noFigure = (state: StatisticsCellState): Cell => ({
  state,
  value: null,
  lower: null,
  upper: null,
  numerator: null,
  denominator: null,
});

export type Events = StatisticsEvents;
