import type { Label } from '@nodp/graph';
import { QUALITY_INDICATORS, qualityIndicator } from '@nodp/oncology';
import type {
  JoinpointSelection,
  RateIntervalMethod,
  StandardPopulation,
  StatisticsDimension,
  StatisticsEvents,
  StatisticsFilterInput,
  StatisticsMeasure,
  StatisticsQuestionInput,
  SurvivalApproach,
} from '../generated/resolvers.ts';
import type { Axis, Chosen, Source } from '../sources/source.ts';
import { DIMENSIONS, EVERY_DIMENSION } from './dimensions.ts';
import { refusal } from './words.ts';

/** A question as it is answered: every code known, in one order. */
export interface Question {
  readonly measure: StatisticsMeasure;
  readonly events: StatisticsEvents;
  readonly axes: readonly Axis[];
  /** Of dimensions that are no axes. */
  readonly chosen: Chosen;
  /** What each cell is compared with; null where with nothing. */
  readonly reference: Reference | null;
  readonly standard: StandardPopulation;
  readonly interval: RateIntervalMethod;
  readonly at: number | null;
  readonly given: number | null;
  readonly approach: SurvivalApproach;
  /** Most joins of a trend; null for as many as the years allow. */
  readonly joins: number | null;
  readonly selection: JoinpointSelection;
  /** Code of a clinical quality indicator that cases are judged by. */
  readonly indicator: string | null;
}

export interface Reference {
  /** Axes of the table that the reference follows. */
  readonly axes: readonly Axis[];
  readonly chosen: Chosen;
  /** Dimensions that were named: those in which it differs. */
  readonly named: readonly StatisticsDimension[];
}

const MOST_AXES = 4;
/** Cells of one answer. */
const MOST_CELLS = 20_000;
/** Cells with all of the parts that a filter chose freely, by sex and age: what a table takes of memory. */
const MOST_PARTS = 60_000;
/** Values of one list of a filter. */
const MOST_CHOSEN = 250;

const checkedAxes = (by: readonly StatisticsDimension[]): void => {
  if (by.length > MOST_AXES)
    throw refusal({
      en: `${by.length} dimensions are crossed. Cross ${MOST_AXES} at most.`,
      zh: `交叉了${by.length}个维度，最多${MOST_AXES}个。`,
    });
  if (new Set(by).size < by.length)
    throw refusal({
      en: `A dimension is crossed twice: ${by.join(', ')}. Name each once.`,
      zh: `同一维度交叉了两次：${by.map((dimension) => DIMENSIONS[dimension].label.zh).join('、')}。每个维度只能出现一次。`,
    });
};

const notKnownIn = (source: Source, dimension: StatisticsDimension): Label =>
  source.absent[dimension] ?? {
    en: `${source.label.en} does not know ${dimension}.`,
    zh: `${source.label.zh}不含${DIMENSIONS[dimension].label.zh}。`,
  };

/** The values of a dimension that a list chooses, in the source's order, each once. */
const codesOf = (
  source: Source,
  dimension: StatisticsDimension,
  list: readonly string[],
): readonly string[] => {
  const known = source.dimensions[dimension];
  if (known === undefined) throw refusal(notKnownIn(source, dimension));
  if (list.length > MOST_CHOSEN)
    throw refusal({
      en: `${list.length} values of ${dimension} are chosen. Choose ${MOST_CHOSEN} at most.`,
      zh: `${DIMENSIONS[dimension].label.zh}选择了${list.length}项，最多${MOST_CHOSEN}项。`,
    });
  const codes = [...known.values, ...(known.choices ?? [])].map(({ code }) => code);
  const order = new Map(codes.map((code, i) => [code, i]));
  for (const code of list)
    if (!order.has(code))
      throw refusal({
        en: `There is no ${dimension} ${code.slice(0, 60)} in ${source.label.en}. Give one of ${codes.slice(0, 80).join(', ')}.`,
        zh: `${source.label.zh}的${DIMENSIONS[dimension].label.zh}中没有“${code.slice(0, 60)}”。`,
      });
  return [...new Set(list)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
};

/** Years of a span that the source has; null where no end was given. */
const yearsOf = (source: Source, filter: StatisticsFilterInput): readonly string[] | null => {
  const { fromYear, toYear } = filter;
  if (fromYear == null && toYear == null) return null;
  if (fromYear != null && toYear != null && fromYear > toYear)
    throw refusal({
      en: `Years run from ${fromYear} to ${toYear}. Give the earlier as fromYear.`,
      zh: `年份由${fromYear}年至${toYear}年，起始年份应不晚于结束年份。`,
    });
  const { YEAR } = source.dimensions;
  if (YEAR === undefined) throw refusal(notKnownIn(source, 'YEAR'));
  const years = YEAR.values
    .map(({ code }) => code)
    .filter(
      (code) => Number(code) >= (fromYear ?? -Infinity) && Number(code) <= (toYear ?? Infinity),
    );
  if (years.length === 0)
    throw refusal({
      en: `${source.label.en} has no year from ${fromYear ?? 'the first'} to ${toYear ?? 'the last'}: it has ${source.firstYear} to ${source.lastYear}.`,
      zh: `${source.label.zh}没有所选年份（${fromYear ?? '最早'}至${toYear ?? '最近'}），其年份为${source.firstYear}年至${source.lastYear}年。`,
    });
  return years;
};

/** What is named, an empty list as one that chooses nothing. */
const namedIn = (source: Source, filter: StatisticsFilterInput): Chosen => {
  const lists = EVERY_DIMENSION.flatMap((dimension): [StatisticsDimension, readonly string[]][] => {
    const { chosenBy } = DIMENSIONS[dimension];
    const list = chosenBy === null ? null : filter[chosenBy];
    return list == null ? [] : [[dimension, codesOf(source, dimension, list)]];
  });
  const years = yearsOf(source, filter);
  return Object.fromEntries([...lists, ...(years === null ? [] : [['YEAR', years] as const])]);
};

const withoutEmpty = (chosen: Chosen): Chosen =>
  Object.fromEntries(Object.entries(chosen).filter(([, codes]) => codes.length > 0));

/** The places of an axis: what is chosen of it, or all its values. */
const axisOf = (source: Source, dimension: StatisticsDimension, chosen: Chosen): Axis => {
  const known = source.dimensions[dimension];
  if (known === undefined) throw refusal(notKnownIn(source, dimension));
  const wanted = chosen[dimension];
  if (wanted === undefined) return { dimension, values: known.values };
  const all = [...known.values, ...(known.choices ?? [])];
  return { dimension, values: all.filter(({ code }) => wanted.includes(code)) };
};

/** What is chosen of dimensions that are no axes; years choose from periods where those are crossed. */
const besides = (axes: readonly Axis[], chosen: Chosen): Chosen =>
  Object.fromEntries(
    Object.entries(chosen).filter(([dimension]) =>
      axes.every((axis) => axis.dimension !== dimension),
    ),
  );

/** How many cells a table with these axes has. */
const cellsOf = (axes: readonly Axis[]): number =>
  axes.reduce((product, { values }) => product * values.length, 1);

const checkedSize = (axes: readonly Axis[], chosen: Chosen): void => {
  const cells = cellsOf(axes);
  if (cells > MOST_CELLS)
    throw refusal({
      en: `The table would have ${cells} cells. Ask for ${MOST_CELLS} at most: cross fewer dimensions, or choose fewer values.`,
      zh: `结果表将有${cells}个单元格，最多${MOST_CELLS}个：请减少交叉维度或所选项。`,
    });
  const parts = Object.values(chosen).reduce((product, codes) => product * codes.length, 1);
  if (cells * parts > MOST_PARTS)
    throw refusal({
      en: `${parts} combinations are chosen for each of ${cells} cells. Choose fewer values, or leave a list out to take all as one.`,
      zh: `${cells}个单元格中每个都选择了${parts}种组合：请减少所选项，或不作选择以合并全部。`,
    });
};

const years = (
  value: number | null | undefined,
  least: number,
  most: number,
  { en, zh }: Label,
): number | null => {
  if (value == null) return null;
  if (value < least || value > most)
    throw refusal({
      en: `${en} is ${value}. Give ${least} to ${most} years.`,
      zh: `${zh}为${value}年，应为${least}至${most}年。`,
    });
  return value;
};

const joinsOf = (joins: number | null | undefined): number | null => {
  if (joins == null) return null;
  if (joins < 0 || joins > 5)
    throw refusal({
      en: `joins is ${joins}. Give 0 to 5.`,
      zh: `连接点数为${joins}，应为0至5。`,
    });
  return joins;
};

const indicatorOf = (code: string | null | undefined): string | null => {
  if (code == null) return null;
  const known = qualityIndicator(code);
  if (known === null)
    throw refusal({
      en: `There is no indicator ${code.slice(0, 40)}. Give one of ${QUALITY_INDICATORS.map((one) => one.code).join(', ')}.`,
      zh: `没有质量指标“${code.slice(0, 40)}”。可选：${QUALITY_INDICATORS.map((one) => one.code).join('、')}。`,
    });
  if (known.notReleased !== null)
    throw refusal({
      en: `${code} cannot be judged: ${known.notReleased.en}`,
      zh: `${code}无法判定：${known.notReleased.zh}`,
    });
  return code;
};

/** The axis of follow-up ends where `at` says. */
const until = (axis: Axis, at: number | null | undefined): Axis =>
  axis.dimension !== 'FOLLOW_UP' || at == null
    ? axis
    : { ...axis, values: axis.values.filter(({ code }) => Number(code) <= at) };

/** @throws BAD_USER_INPUT that says how to correct it */
export const readQuestion = (source: Source, input: StatisticsQuestionInput): Question => {
  const by = input.by ?? [];
  checkedAxes(by);
  const filter = withoutEmpty(namedIn(source, input.filter ?? {}));
  const axes = by.map((dimension) => until(axisOf(source, dimension, filter), input.at));
  const chosen = besides(axes, filter);
  checkedSize(axes, chosen);
  const compared = input.comparedWith == null ? null : namedIn(source, input.comparedWith);
  const named = compared === null ? [] : (Object.keys(compared) as StatisticsDimension[]);
  // Years that are named fix periods too.
  const fixed = (dimension: StatisticsDimension) =>
    named.includes(dimension) || (dimension === 'PERIOD' && named.includes('YEAR'));
  const followed = axes.filter(({ dimension }) => !fixed(dimension));
  const reference =
    compared === null
      ? null
      : {
          axes: followed,
          // An axis that is followed has its places; what is chosen of others holds unless it is named.
          chosen: besides(followed, withoutEmpty({ ...filter, ...compared })),
          named,
        };
  if (reference !== null) checkedSize(reference.axes, reference.chosen);
  return {
    measure: input.measure,
    events: input.events ?? 'CASES',
    axes,
    chosen,
    reference,
    standard: input.standard ?? 'SEGI',
    interval: input.interval ?? 'FAY_FEUER',
    at: years(input.at, 1, 25, { en: 'at', zh: '年数' }),
    given: years(input.given, 0, 24, { en: 'given', zh: '已存活年数' }),
    approach: input.approach ?? 'COMPLETE',
    joins: joinsOf(input.joins),
    selection: input.selection ?? 'WEIGHTED_BIC',
    indicator: indicatorOf(input.indicator),
  };
};

/** Names the question wholly, the source apart. */
export const wordsOfQuestion = ({ axes, reference, ...question }: Question): readonly string[] => [
  'question',
  JSON.stringify({
    ...question,
    axes: axes.map(({ dimension, values }) => [dimension, ...values.map(({ code }) => code)]),
    reference: reference && {
      chosen: reference.chosen,
      axes: reference.axes.map(({ dimension }) => dimension),
    },
  }),
];
