/** Whether a question can be asked, by what the sources say of their measures: each thing that is in its way, with the reason. */
import type {
  StatisticsDimension,
  StatisticsMeasure,
  StatisticsOption,
  StatisticsQuestionInput,
} from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';
import { inputOf, withMembers } from './filter.ts';
import type { Question, Selection } from './question.ts';
import { MOST_DIMENSIONS, NARROWED } from './vocabulary.ts';

/** What the graph says of a measure in a source. */
export type Info = {
  readonly measure: StatisticsMeasure;
  readonly label: Label;
  readonly absent: Label | null;
  readonly events: readonly Question['events'][];
  readonly options: readonly StatisticsOption[];
  readonly dimensions: readonly {
    readonly dimension: StatisticsDimension;
    readonly label: Label;
    readonly required: boolean;
    readonly absent: Label | null;
    readonly filterAbsent: Label | null;
    /** Dimensions that it cannot be crossed with. */
    readonly notWith: readonly {
      readonly dimension: StatisticsDimension;
      readonly reason: Label;
    }[];
  }[];
};

/** What stands in the way of an answer. */
export type Obstacle =
  | { readonly is: 'no-measure' }
  | { readonly is: 'measure'; readonly label: Label; readonly reason: Label }
  | { readonly is: 'events' }
  | {
      readonly is: 'axis';
      readonly dimension: StatisticsDimension;
      readonly label: Label;
      readonly reason: Label;
    }
  | {
      readonly is: 'filter';
      readonly dimension: StatisticsDimension;
      readonly label: Label;
      readonly reason: Label;
    }
  | { readonly is: 'required'; readonly dimension: StatisticsDimension; readonly label: Label }
  | { readonly is: 'no-reference' };

/** Of several sources the first that refuses says why. */
export function obstaclesOf(question: Question, infos: readonly (Info | null)[]): Obstacle[] {
  const known = infos.filter((info) => info !== null);
  if (known.length < infos.length) return [{ is: 'no-measure' }];
  const refused = known.find(({ absent }) => absent !== null);
  if (refused?.absent) return [{ is: 'measure', label: refused.label, reason: refused.absent }];
  const found: Obstacle[] = [];
  if (known.some(({ events }) => !events.includes(question.events))) found.push({ is: 'events' });
  const narrowed = (dimension: StatisticsDimension) =>
    [...question.selections.map(({ filter }) => filter), question.against].some((filter) =>
      dimension === 'YEAR'
        ? filter !== null && (filter.from !== null || filter.to !== null)
        : filter?.members[dimension] !== undefined,
    );
  for (const { dimension, label } of known[0]?.dimensions ?? []) {
    const said = known.flatMap((info) => info.dimensions.filter((d) => d.dimension === dimension));
    const isAxis = question.by.includes(dimension);
    // Of two that cannot stand together the later gives way.
    const reason = whyNoAxis(
      dimension,
      question.by.slice(0, Math.max(0, question.by.indexOf(dimension))),
      known,
    );
    const filterReason = said.find(({ filterAbsent }) => filterAbsent !== null)?.filterAbsent;
    if (isAxis && reason) found.push({ is: 'axis', dimension, label, reason });
    if (!isAxis && said.some(({ required }) => required)) {
      found.push({ is: 'required', dimension, label });
    }
    if (filterReason && narrowed(dimension)) {
      found.push({ is: 'filter', dimension, label, reason: filterReason });
    }
  }
  if (question.against === null && takes(known, 'COMPARED_WITH'))
    found.push({ is: 'no-reference' });
  return found;
}

/**
 * Why no table of these sources is crossed by a dimension, itself or beside others; null where it can be.
 * @param others what the table is crossed by already
 */
export function whyNoAxis(
  dimension: StatisticsDimension,
  others: readonly StatisticsDimension[],
  infos: readonly Info[],
): Label | null {
  const said = infos.flatMap((info) => info.dimensions.filter((d) => d.dimension === dimension));
  const absent = said.find((one) => one.absent !== null)?.absent;
  const clash = said
    .flatMap(({ notWith }) => notWith)
    .find((one) => others.includes(one.dimension));
  return absent ?? clash?.reason ?? null;
}

/** Whether an option changes the answer of any of the sources. */
export const takes = (infos: readonly (Info | null)[], option: StatisticsOption): boolean =>
  infos.some((info) => info?.options.includes(option));

/** The question without what cannot be, and with what has to be. */
export function corrected(question: Question, obstacles: readonly Obstacle[]): Question {
  let next = question;
  for (const obstacle of obstacles) next = withoutObstacle(next, obstacle);
  return next;
}

const withoutObstacle = (question: Question, obstacle: Obstacle): Question => {
  switch (obstacle.is) {
    case 'axis':
      return { ...question, by: question.by.filter((d) => d !== obstacle.dimension) };
    case 'required':
      // Where there is no room, the last axis gives way.
      return {
        ...question,
        by: [...question.by.slice(0, MOST_DIMENSIONS - 1), obstacle.dimension],
      };
    case 'filter':
      return withoutDimension(question, obstacle.dimension);
    case 'events':
      return { ...question, events: question.events === 'CASES' ? 'DEATHS' : 'CASES' };
    default:
      return question;
  }
};

const withoutDimension = (question: Question, dimension: StatisticsDimension): Question => {
  const without = (filter: Selection['filter']) =>
    dimension === 'YEAR'
      ? { ...filter, from: null, to: null }
      : withMembers(filter, dimension, null);
  const [first, ...others] = question.selections.map(({ source, filter }) => ({
    source,
    filter: without(filter),
  }));
  return {
    ...question,
    selections: [first ?? question.selections[0], ...others],
    against: question.against && without(question.against),
  };
};

/** A question of the graph for each selection: options that change nothing are left out, so that alike questions are one. */
export function inputsOf(
  question: Question,
  selections: readonly { readonly source: string; readonly filter: Selection['filter'] }[],
  infos: readonly (Info | null)[],
): StatisticsQuestionInput[] {
  const { measure, events, by, standard, interval, at, given, approach, joins, choice } = question;
  const { indicator, against } = question;
  const options = {
    ...(takes(infos, 'STANDARD') ? { standard } : {}),
    ...(takes(infos, 'INTERVAL') ? { interval } : {}),
    ...(takes(infos, 'AT') && at !== null ? { at } : {}),
    ...(takes(infos, 'GIVEN') && given !== null ? { given } : {}),
    ...(takes(infos, 'APPROACH') ? { approach } : {}),
    ...(takes(infos, 'JOINS') && joins !== null ? { joins } : {}),
    ...(takes(infos, 'SELECTION') ? { selection: choice } : {}),
    ...(takes(infos, 'INDICATOR') && indicator !== null ? { indicator } : {}),
    ...(takes(infos, 'COMPARED_WITH') && against !== null
      ? { comparedWith: inputOf(against) }
      : {}),
  };
  return selections.map(({ source, filter }) => ({
    source,
    measure,
    events,
    by: [...by],
    filter: inputOf(filter),
    ...options,
  }));
}

/** The questions of a figure with every option that was chosen, whether or not its measure takes it: what a template keeps. */
export const remainingInputsOf = ({
  selections,
  choice: selection,
  against,
  beside: _,
  ...question
}: Question): object[] =>
  selections.map(({ source, filter }) => ({
    ...Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null)),
    ...(source === null ? {} : { source }),
    ...(against === null ? {} : { comparedWith: inputOf(against) }),
    ...{ selection, filter: inputOf(filter) },
  }));

/** Dimensions that filters of these sources can choose from, each with the reason where one cannot. */
export const narrowable = (
  info: Info | null,
): { dimension: StatisticsDimension; label: Label; absent: Label | null }[] =>
  (info?.dimensions ?? [])
    .filter(({ dimension }) => dimension === 'YEAR' || NARROWED.includes(dimension))
    .map(({ dimension, label, filterAbsent }) => ({ dimension, label, absent: filterAbsent }));
