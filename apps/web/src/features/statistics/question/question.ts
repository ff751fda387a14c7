/** What the explorer is asked for: pure, whole in its address. */
import { listOf, type Search } from '../../../address.ts';
import type {
  JoinpointSelection,
  RateIntervalMethod,
  StandardPopulation,
  StatisticsDimension,
  StatisticsEvents,
  StatisticsMeasure,
  SurvivalApproach,
} from '../../../graph/generated/graphql.ts';
import { everything, type Filter, filterOfText, textOfFilter } from './filter.ts';
import {
  APPROACHES,
  DIMENSIONS,
  EVENTS,
  INTERVALS,
  LETTERS,
  MOST_DIMENSIONS,
  MOST_JOINS,
  SELECTIONS,
  STANDARDS,
} from './vocabulary.ts';

/** What stands side by side with others: a part of a source; null for the newest source. */
export type Selection = { readonly source: string | null; readonly filter: Filter };

export type Question = {
  /** As the address names it: whether there is such a measure the graph says. */
  readonly measure: StatisticsMeasure;
  readonly events: StatisticsEvents;
  /** The order is that of the axes. */
  readonly by: readonly StatisticsDimension[];
  readonly standard: StandardPopulation;
  readonly interval: RateIntervalMethod;
  /** Years: of survival, of prevalence. */
  readonly at: number | null;
  /** Years survived already. */
  readonly given: number | null;
  /** Which cases and years of follow-up survival is of. */
  readonly approach: SurvivalApproach;
  /** Most joins of a trend; null for as many as its years allow. */
  readonly joins: number | null;
  /** How the number of joins is chosen. */
  readonly choice: JoinpointSelection;
  /** Code of a clinical quality indicator; null for the first. */
  readonly indicator: string | null;
  /** In what a ratio's or a difference's reference differs from each cell; null where nothing was chosen. */
  readonly against: Filter | null;
  readonly selections: readonly [Selection, ...Selection[]];
  /** Whether selections stand in panels beside each other, not as colours in one. */
  readonly beside: boolean;
};

export const usual: Question = {
  measure: 'AGE_STANDARDISED_RATE',
  events: 'CASES',
  by: ['YEAR', 'SEX'],
  standard: 'SEGI',
  interval: 'FAY_FEUER',
  at: null,
  given: null,
  approach: 'COMPLETE',
  joins: null,
  choice: 'WEIGHTED_BIC',
  indicator: null,
  against: null,
  selections: [{ source: null, filter: everything }],
  beside: false,
};

/** Stands for a list, or a part, that is empty: what is left out of an address means the usual one. */
const [none, all] = ['none', 'all'];

/** Reads an address; what does not exist is passed over. */
export function questionOf(search: Search): Question {
  const [first = usual.selections[0], ...others] = LETTERS.flatMap((letter) => {
    const text = search[letter];
    return text === undefined ? [] : [selectionOfText(text)];
  });
  return {
    measure: measureOf(search.measure) ?? usual.measure,
    events: listOf(search.events, EVENTS)[0] ?? usual.events,
    by: search.by === undefined ? usual.by : dimensionsOf(search.by),
    standard: listOf(search.standard, STANDARDS)[0] ?? usual.standard,
    interval: listOf(search.interval, INTERVALS)[0] ?? usual.interval,
    at: yearsOf(search.at, 1, 25),
    given: yearsOf(search.given, 0, 24),
    approach: listOf(search.approach, APPROACHES)[0] ?? usual.approach,
    joins: yearsOf(search.joins, 0, MOST_JOINS),
    choice: listOf(search.choice, SELECTIONS)[0] ?? usual.choice,
    indicator: /^[\w-]{1,40}$/.test(search.indicator ?? '') ? (search.indicator ?? null) : null,
    against: search.against === undefined ? null : filterOfText(search.against),
    selections: [first, ...others],
    beside: search.beside === 'yes',
  };
}

/** The reverse of `questionOf`; what is as it is without saying stays out of the address. */
export function searchOf(question: Question): Search {
  const unless = <Value extends string>(value: Value, is: Value) =>
    value === is ? undefined : value;
  const { by, at, given, against, selections, beside } = question;
  const list = (dimensions: readonly string[]) => dimensions.join(',').toLowerCase() || none;
  const texts = selections.map(textOfSelection);
  return {
    measure: unless(question.measure, usual.measure)?.toLowerCase(),
    events: unless(question.events, usual.events),
    by: unless(list(by), list(usual.by)),
    standard: unless(question.standard, usual.standard),
    interval: unless(question.interval, usual.interval),
    at: at?.toString(),
    given: given?.toString(),
    approach: unless(question.approach, usual.approach),
    joins: question.joins?.toString(),
    choice: unless(question.choice, usual.choice),
    indicator: question.indicator ?? undefined,
    against: against === null ? undefined : textOfFilter(against) || all,
    beside: beside ? 'yes' : undefined,
    ...Object.fromEntries(
      LETTERS.map((letter, i) => [
        letter,
        texts.length === 1 && texts[0] === all ? undefined : texts[i],
      ]),
    ),
  };
}

const textOfSelection = ({ source, filter }: Selection): string =>
  [source === null ? '' : `source:${source}`, textOfFilter(filter)].filter(Boolean).join('~') ||
  all;

const selectionOfText = (text: string): Selection => {
  const source = /(?:^|~)source:([\w.-]{1,80})(?:~|$)/.exec(text)?.[1] ?? null;
  const { members, ...years } = filterOfText(text);
  // A dimension named without members narrows nothing here.
  const chosen = Object.entries(members).filter(([, codes]) => codes.length > 0);
  return { source, filter: { ...years, members: Object.fromEntries(chosen) } };
};

const measureOf = (text: string | undefined): StatisticsMeasure | null =>
  text && /^[a-z][a-z0-9_]{1,60}$/i.test(text) ? (text.toUpperCase() as StatisticsMeasure) : null;

/** Dimensions in the order of the address, each once, four at most. */
function dimensionsOf(text: string): StatisticsDimension[] {
  const named = new Set(text.toUpperCase().split(','));
  const known = [...named].filter((name): name is StatisticsDimension =>
    (DIMENSIONS as readonly string[]).includes(name),
  );
  return known.slice(0, MOST_DIMENSIONS);
}

const yearsOf = (text: string | undefined, least: number, most: number): number | null => {
  const years = text && /^\d{1,2}$/.test(text) ? Number(text) : null;
  return years !== null && years >= least && years <= most ? years : null;
};
