import type { Label } from '@nodp/graph';
import type {
  StatisticsDimension,
  StatisticsEvents,
  StatisticsMeasure,
} from '../generated/resolvers.ts';
import type { Measure } from '../measures/measure.ts';
import { EVERY_MEASURE, measureOf } from '../measures/registry.ts';
import type { Source } from '../sources/source.ts';
import { DIMENSIONS, EVERY_DIMENSION, NOT_TOGETHER } from './dimensions.ts';
import type { Question } from './question.ts';
import { refusal } from './words.ts';

export interface DimensionInfo {
  readonly dimension: StatisticsDimension;
  readonly label: Label;
  readonly required: boolean;
  readonly absent: Label | null;
  readonly filterAbsent: Label | null;
  /** Dimensions that it cannot be crossed with, each with the reason. */
  readonly notWith: readonly { readonly dimension: StatisticsDimension; readonly reason: Label }[];
}

const notWith = (dimension: StatisticsDimension): DimensionInfo['notWith'] =>
  NOT_TOGETHER.filter(({ pair }) => pair.includes(dimension)).flatMap(({ pair, reason }) =>
    pair.filter((other) => other !== dimension).map((other) => ({ dimension: other, reason })),
  );

const notKnown = (source: Source, dimension: StatisticsDimension): Label | null =>
  source.dimensions[dimension] !== undefined
    ? null
    : (source.absent[dimension] ?? {
        en: `${source.label.en} does not know it.`,
        zh: `${source.label.zh}不含该信息。`,
      });

export interface MeasureInfo
  extends Pick<Measure, 'group' | 'label' | 'unit' | 'sentence' | 'options'> {
  readonly measure: StatisticsMeasure;
  readonly absent: Label | null;
  readonly events: readonly StatisticsEvents[];
  readonly dimensions: readonly DimensionInfo[];
}

/** Years after diagnosis divide what is of them alone. */
const notOfFollowUp = (measure: Measure, dimension: StatisticsDimension): Label | null =>
  dimension !== 'FOLLOW_UP' || measure.followUp === true
    ? null
    : {
        en: 'Only survival changes with the years after diagnosis.',
        zh: '只有生存率随诊断后年数变化。',
      };

/** All dimensions, with why a measure cannot be crossed by one in a source or chosen from it. */
const dimensionsOf = (source: Source, measure: Measure): readonly DimensionInfo[] =>
  EVERY_DIMENSION.map((dimension) => {
    const unknown = notKnown(source, dimension);
    return {
      dimension,
      label: DIMENSIONS[dimension].label,
      required: measure.required.includes(dimension),
      absent: unknown ?? measure.refused[dimension] ?? notOfFollowUp(measure, dimension),
      filterAbsent: unknown ?? measure.filterRefused?.[dimension] ?? null,
      notWith: notWith(dimension),
    };
  });

/** Why a source cannot answer a measure; null where it can. */
const absenceOf = (source: Source, measure: Measure): Label | null => {
  const missing = measure.required.find((dimension) => source.dimensions[dimension] === undefined);
  return measure.absent?.(source) ?? (missing === undefined ? null : notKnown(source, missing));
};

/** What can be asked of a source. */
export const measuresOf = (source: Source): MeasureInfo[] =>
  EVERY_MEASURE.map((name) => {
    const measure = measureOf(name);
    return {
      measure: name,
      group: measure.group,
      label: measure.label,
      unit: measure.unit,
      sentence: measure.sentence,
      absent: absenceOf(source, measure),
      events: source.events.filter((events) => events === 'CASES' || measure.ofDeaths !== null),
      options: measure.options,
      dimensions: dimensionsOf(source, measure),
    };
  });

const noDeaths: Label = {
  en: 'It knows the deaths of its own cases, not those of the population: set against person-years they would be no mortality, and against new cases no mortality-to-incidence ratio. Ask a registry data set that has deaths.',
  zh: '该来源仅知其病例的死亡，而非全人群的死亡：除以人年数不是死亡率，除以新发病例也不是死亡发病比。请改用含死亡数据的登记数据集。',
};

/** Dimensions whose unknown no registry covers: cases of it are in no rate whatever is chosen. */
const LEFT_OUT = new Set<StatisticsDimension>(['YEAR', 'PERIOD', 'PROVINCE', 'REGISTRY']);

const refuse = (name: StatisticsMeasure, { en, zh }: Label): never => {
  throw refusal({ en: `${name}: ${en}`, zh: `${measureOf(name).label.zh}：${zh}` });
};

/** @throws BAD_USER_INPUT with the reason that `statisticsMeasures` gives */
export const checkAllowed = (source: Source, question: Question): Measure => {
  const { measure: name, axes, chosen, reference, events } = question;
  const measure = measureOf(name);
  const absent = absenceOf(source, measure);
  if (absent !== null) refuse(name, absent);
  if (!source.events.includes(events)) refuse(name, noDeaths);
  if (events === 'DEATHS' && measure.ofDeaths === null)
    refuse(name, { en: 'it is of new cases alone.', zh: '仅适用于新发病例。' });
  const crossed = axes.map(({ dimension }) => dimension);
  for (const info of dimensionsOf(source, measure)) {
    const { dimension, label, required, absent: why, filterAbsent } = info;
    if (crossed.includes(dimension)) {
      if (why !== null) refuse(name, why);
      const other = info.notWith.find((one) => crossed.includes(one.dimension));
      if (other !== undefined) refuse(name, other.reason);
    }
    const lists = [chosen[dimension], reference?.chosen[dimension]];
    if (lists.some((list) => list !== undefined) && filterAbsent !== null)
      refuse(name, filterAbsent);
    if (required && !crossed.includes(dimension))
      refuse(name, {
        en: `Cross ${label.en.toLowerCase()} (${dimension}).`,
        zh: `请交叉${label.zh}。`,
      });
    // Beside known years and places a case of an unknown one is in no rate, and needs no refusal; of sex and age it would be.
    const unknown = lists.some(
      (list) =>
        list?.includes('UNKNOWN') === true && (list.length === 1 || !LEFT_OUT.has(dimension)),
    );
    if (measure.needsPersonYears && unknown && DIMENSIONS[dimension].ofPopulation)
      refuse(name, {
        en: `Nobody lived a person-year of unknown ${label.en.toLowerCase()}: leave UNKNOWN out.`,
        zh: `${label.zh}不详者没有对应的人年数，请勿选择“不详”。`,
      });
  }
  if (
    measure.options.includes('COMPARED_WITH') &&
    (reference === null || reference.named.length === 0)
  )
    refuse(name, {
      en: 'it compares two selections. Give what it is compared with as comparedWith.',
      zh: '该指标比较两个选择，请给出比较对象（comparedWith）。',
    });
  return measure;
};
