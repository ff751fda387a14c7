import type { Label } from '@nodp/graph';
import type { StandardPopulation, StatisticsProtection } from '../generated/resolvers.ts';
import type { Columns, Measure } from '../measures/measure.ts';
import type { Chosen, Source } from '../sources/source.ts';
import { DIMENSIONS, EVERY_DIMENSION } from './dimensions.ts';
import type { Question } from './question.ts';
import { both, listed } from './words.ts';

export interface AboutAnswer {
  readonly name: Label;
  readonly title: Label;
  readonly population: Label;
  readonly period: Label;
  readonly unit: Label;
  readonly standard: Label | null;
  readonly interval: Label | null;
  readonly numerator: Label;
  readonly denominator: Label | null;
  readonly reference: Label | null;
  readonly citation: Label;
  readonly protection: Label;
  readonly sentence: Label;
  readonly limits: Label;
}

const STANDARD_LABELS: Readonly<Record<StandardPopulation, Label>> = {
  SEGI: { en: 'world standard of Segi (1960)', zh: 'Segi世界标准人口（1960年）' },
  WHO2000: {
    en: 'world standard of the WHO (2000–2025)',
    zh: '世界卫生组织标准人口（2000—2025年）',
  },
  CHINA2000: { en: 'census of China of 2000', zh: '2000年中国人口普查' },
  ESP1976: { en: 'European standard of 1976', zh: '1976年欧洲标准人口' },
  ESP2013: { en: 'European standard of 2013', zh: '2013年欧洲标准人口' },
};

const INTERVAL_LABELS = {
  FAY_FEUER: { en: '95%, gamma (Fay and Feuer 1997)', zh: '95%，伽马法（Fay和Feuer，1997）' },
  TIWARI: { en: '95%, gamma (Tiwari et al. 2006)', zh: '95%，伽马法（Tiwari等，2006）' },
} as const;

const PROTECTION_LABELS: Readonly<Record<StatisticsProtection, Label>> = {
  MOVED: {
    en: 'Counts below the minimum are hidden; every count is moved by up to 9, 0 on average, always alike for the same persons. Parts need not add up.',
    zh: '低于最小数的计数隐去；每个计数有最多9的扰动，平均为0，同一组患者总是相同。各部分之和不一定等于合计。',
  },
  SUPPRESSED: { en: 'Counts below the minimum are hidden.', zh: '低于最小数的计数隐去。' },
  PUBLISHED: { en: 'Shown as published by the registries.', zh: '按登记处公布的数字显示。' },
};

const MOST_NAMED = 4;

/** What is chosen, in words: the values of a short list, the number of a long one. */
const chosenWords = (source: Source, chosen: Chosen): Label | null => {
  const named = EVERY_DIMENSION.flatMap((dimension) => {
    const codes = chosen[dimension];
    if (codes === undefined || dimension === 'YEAR') return [];
    const known = source.dimensions[dimension];
    const values = [...(known?.values ?? []), ...(known?.choices ?? [])];
    const { label } = DIMENSIONS[dimension];
    if (codes.length > MOST_NAMED)
      return [
        {
          en: `${label.en.toLowerCase()}: ${codes.length} chosen`,
          zh: `${label.zh}：已选${codes.length}项`,
        },
      ];
    const labels = values.filter(({ code }) => codes.includes(code)).map((value) => value.label);
    return [listed(labels)];
  });
  if (named.length === 0) return null;
  return both((language) =>
    named.map((one) => one[language]).join(language === 'en' ? '; ' : '；'),
  );
};

const periodWords = (source: Source, { axes, chosen }: Question): Label => {
  const crossed = axes.find(({ dimension }) => dimension === 'YEAR' || dimension === 'PERIOD');
  const codes = (chosen.YEAR ?? chosen.PERIOD ?? crossed?.values.map(({ code }) => code) ?? [])
    .flatMap((code) => code.split('-').map(Number))
    .filter((year) => !Number.isNaN(year));
  const first = codes.length > 0 ? Math.min(...codes) : source.firstYear;
  const last = codes.length > 0 ? Math.max(...codes) : source.lastYear;
  if (first === null || last === null) return { en: 'years not known', zh: '年份不详' };
  const span = first === last ? `${first}` : `${first}–${last}`;
  return { en: span, zh: `${span}年` };
};

/** What a table is of, in words that can stand beside it. */
export const aboutOf = (
  source: Source,
  measure: Measure & { readonly population?: Label },
  question: Question,
  population: Columns['population'],
): AboutAnswer => {
  const { events, axes, chosen, reference, standard, interval } = question;
  const period = periodWords(source, question);
  const of = chosenWords(source, chosen) ??
    measure.population ?? { en: 'all cancers', zh: '全部癌症' };
  const measured = events === 'DEATHS' ? (measure.ofDeaths ?? measure.label) : measure.label;
  const crossed = axes.map(({ dimension }) => DIMENSIONS[dimension].label);
  const by = both((language) => {
    if (crossed.length === 0) return '';
    const names = listed(crossed)[language];
    return language === 'en' ? ` by ${names.toLowerCase()}` : `（按${names}）`;
  });
  const name = both((language) => `${measured[language]}${by[language]}`);
  const against = reference === null ? null : chosenWords(source, reference.chosen);
  return {
    name,
    title: {
      en: `${name.en}: ${of.en}, ${period.en}`,
      zh: `${name.zh}：${of.zh}，${period.zh}`,
    },
    population: population ?? source.label,
    period,
    unit: measure.unit,
    standard: measure.options.includes('STANDARD') ? STANDARD_LABELS[standard] : null,
    interval:
      measure.interval ?? (measure.options.includes('INTERVAL') ? INTERVAL_LABELS[interval] : null),
    numerator: measure.numerator,
    denominator: measure.denominator,
    reference: reference === null ? null : (against ?? { en: 'all together', zh: '全部合计' }),
    citation: source.citation,
    protection: PROTECTION_LABELS[source.protection],
    sentence: measure.sentence,
    limits: measure.limits,
  };
};
