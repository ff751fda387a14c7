import type { StudyFigure } from '@nodp/cohorts';
import type { Disclosed } from '@nodp/disclosure';
import type { Label } from '@nodp/terminology';
import type { baselineOf } from '../compared/baseline.ts';
import type { compareEndpoint } from '../compared/compare.ts';
import type { coursesOf } from '../compared/courses.ts';
import type { coxOf } from '../compared/cox.ts';
import type { weightedOf } from '../compared/weighted.ts';
import type { Line, Scale } from './line.ts';

type Answered<Of extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Of>>;
type Interval = {
  readonly value: number;
  readonly lower?: number | null;
  readonly upper?: number | null;
} | null;

/** Lines of one block, each under a key that its question alone decides. */
const writer = (block: number, figure: StudyFigure) => {
  const lines: Line[] = [];
  const add = (
    name: string,
    what: Label,
    cohort: number | null,
    scale: Scale,
    of: Interval | undefined,
  ) =>
    lines.push({
      key: [block, cohort ?? '', name].join(' '),
      ...{ block, figure, what, cohort, scale },
      value: of?.value ?? null,
      lower: of?.lower ?? null,
      upper: of?.upper ?? null,
    });
  const count = (name: string, what: Label, cohort: number | null, { value }: Disclosed) =>
    add(name, what, cohort, 'COUNT', value === null ? null : { value });
  return { lines, add, count };
};

const PERSONS: Label = { en: 'Persons', zh: '人数' };
const EVENTS: Label = { en: 'Events', zh: '终点事件' };
/** Months at which a curve is told. */
const TOLD = [12, 36, 60, 120];

export const endpointLines = (block: number, answer: Answered<typeof compareEndpoint>): Line[] => {
  const { lines, add, count } = writer(block, 'ENDPOINT');
  for (const [cohort, arm] of answer.arms.entries()) {
    count('persons', PERSONS, cohort, arm.persons);
    count('events', EVENTS, cohort, arm.events);
    for (const months of TOLD) {
      const point = arm.curve.find((each) => each.months === months);
      if (point === undefined) continue;
      const what = answer.incidence
        ? { en: `Cumulative incidence at ${months} months`, zh: `${months}个月累积发生率` }
        : { en: `Without the event at ${months} months`, zh: `${months}个月无事件比例` };
      add(`share ${months}`, what, cohort, 'SHARE', { ...point, value: point.share });
    }
    if (answer.incidence) continue;
    const median = arm.median && { ...arm.median, value: arm.median.months };
    add('median', { en: 'Median, months', zh: '中位时间（月）' }, cohort, 'MEDIAN', median);
    if (arm.restrictedMean) {
      const { until } = arm.restrictedMean;
      const what = {
        en: `Restricted mean to month ${until}`,
        zh: `限制性平均时间（至${until}个月）`,
      };
      add(`mean ${until}`, what, cohort, 'MONTHS', arm.restrictedMean);
    }
  }
  if (answer.logRank !== null) {
    const { pValue: value } = answer.logRank;
    add('log-rank', { en: 'Log-rank test, p', zh: '对数秩检验 p' }, null, 'P', { value });
  }
  for (const { first, second, restrictedMeanDifference: difference } of answer.pairs) {
    if (difference === null) continue;
    const [a, b] = [first + 1, second + 1];
    const what = {
      en: `Restricted mean of cohort ${a} less that of cohort ${b}, months`,
      zh: `队列${a}与队列${b}限制性平均时间之差（月）`,
    };
    add(`difference ${first} ${second}`, what, null, 'DIFFERENCE', difference);
  }
  return lines;
};

export const coxLines = (block: number, answer: Answered<typeof coxOf>): Line[] => {
  const { lines, add, count } = writer(block, 'COX');
  count('persons', PERSONS, null, answer.persons);
  count('events', EVENTS, null, answer.events);
  for (const { name, levels } of answer.terms) {
    const reference = levels.find((level) => level.reference);
    if (reference === undefined) continue;
    for (const { label, reference: own, adjusted, unadjusted } of levels) {
      if (own) continue;
      const of = (how: Label): Label => ({
        en: `Hazard ratio, ${how.en}: ${name.en}, ${label.en} against ${reference.label.en}`,
        zh: `风险比（${how.zh}）：${name.zh}，${label.zh} 对 ${reference.label.zh}`,
      });
      const key = `${name.en} ${label.en} / ${reference.label.en}`;
      add(`adjusted ${key}`, of({ en: 'adjusted', zh: '校正' }), null, 'RATIO', adjusted);
      add(`unadjusted ${key}`, of({ en: 'unadjusted', zh: '未校正' }), null, 'RATIO', unadjusted);
    }
  }
  return lines;
};

export const weightedLines = (block: number, answer: Answered<typeof weightedOf>): Line[] => {
  const { lines, add, count } = writer(block, 'WEIGHTED');
  count('persons', PERSONS, null, answer.persons);
  for (const [cohort, arm] of answer.arms.entries()) {
    count('persons', PERSONS, cohort, arm.persons);
    count('events', EVENTS, cohort, arm.events);
    const what = {
      en: 'Weighted hazard ratio against the first',
      zh: '加权风险比（对第一个队列）',
    };
    if (cohort > 0) add('ratio', what, cohort, 'RATIO', arm.ratio);
  }
  return lines;
};

export const baselineLines = (block: number, answer: Answered<typeof baselineOf>): Line[] => {
  const { lines, count } = writer(block, 'BASELINE');
  for (const [cohort, persons] of answer.persons.entries())
    count('persons', PERSONS, cohort, persons);
  for (const { name, levels } of answer.variables)
    for (const { label, counts } of levels)
      for (const [cohort, of] of counts.entries())
        count(
          `${name.en}: ${label.en}`,
          { en: `${name.en}: ${label.en}`, zh: `${name.zh}：${label.zh}` },
          cohort,
          of,
        );
  return lines;
};

const END = {
  DIED: { en: 'died', zh: '死亡' },
  NO_FURTHER_LINE: { en: 'no further line', zh: '无后续治疗' },
  LATER_LINE: { en: 'a further line', zh: '有后续治疗' },
} as const satisfies Record<string, Label>;

export const courseLines = (block: number, answer: Answered<typeof coursesOf>): Line[] => {
  const { lines, count } = writer(block, 'COURSES');
  for (const [cohort, { courses, rest }] of answer.arms.entries()) {
    for (const { lines: given, end, persons } of courses) {
      const what = {
        en: [...given.map(({ en }) => en), END[end].en].join(' → '),
        zh: [...given.map(({ zh }) => zh), END[end].zh].join(' → '),
      };
      count(what.en, what, cohort, persons);
    }
    count('rest', { en: 'Every other course', zh: '其他路径' }, cohort, rest);
  }
  return lines;
};
