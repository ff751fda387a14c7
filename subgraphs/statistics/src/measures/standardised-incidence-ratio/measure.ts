import { standardisedRatio } from '@nodp/biostatistics';
import { ofShown } from '@nodp/disclosure';
import { referenceAt } from '../compared.ts';
import { expectedOf, referenceRates } from '../expected.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';
import { livedBySex, rateCells } from '../rate-cells.ts';
import { ratio } from '../rate-ratio/measure.ts';
import { NEW_CASES, NOT_BY_AGE, NOT_OF_POPULATIONS } from '../words.ts';

const refused = { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE };

/** Cases over those that the reference's rates would have given (`standardisedRatio`). */
export const standardisedIncidence: Measure = {
  ...ratio,
  label: { en: 'Standardised incidence ratio', zh: '标准化发病比（SIR）' },
  ofDeaths: { en: 'Standardised mortality ratio', zh: '标准化死亡比（SMR）' },
  unit: { en: 'observed over expected', zh: '观察数/期望数' },
  sentence: {
    en: 'Each figure is how many times as many cases came as the reference’s rates by sex and age would have given among the same people.',
    zh: '每个数字为实际病例数与按参照人群性别年龄别率计算的期望病例数之比。',
  },
  limits: {
    en: 'Two of these ratios are not to be compared with each other: each is weighed by its own population.',
    zh: '两个SIR之间不宜直接比较：各自以自身人口构成加权。',
  },
  numerator: NEW_CASES,
  denominator: {
    en: 'cases expected by the reference’s rates by sex and age',
    zh: '按参照人群性别年龄别率计算的期望病例数',
  },
  interval: { en: '95%, exact Poisson (Garwood)', zh: '95%，精确泊松法（Garwood）' },
  options: ['COMPARED_WITH'],
  refused,
  filterRefused: refused,
  answer: async ({ source, question }) => {
    const { reference, axes, chosen, events } = question;
    if (reference === null) throw new RangeError('There is no reference.');
    const { cells, basis } = await rateCells(source, events, question, null);
    const years = await source.personYears(axes, chosen);
    const { rates, counts } = await referenceRates(source, events, reference);
    const at = referenceAt(axes, reference);
    const livedIn = livedBySex(question, years);
    const places = source.protection === 'MOVED' ? 3 : null;
    const made = cells.map(({ shown, lived, absent }, cell): Cell => {
      if (lived === null) return noFigure(absent ?? 'NO_PERSON_YEARS');
      const by = rates[at(cell)] ?? null;
      const own = livedIn(cell);
      const expected = by === null || own === null ? 0 : expectedOf(own, by);
      if (expected === 0) return noFigure('NO_REFERENCE');
      return (
        ofShown(shown, (observed): Cell => {
          const { ratio: value, lower, upper } = standardisedRatio(observed, expected);
          return {
            state: 'SHOWN',
            value: digits(value, places),
            lower: digits(lower, places),
            upper: digits(upper, places),
            numerator: observed,
            denominator: digits(expected, places),
          };
        }) ?? noFigure('SUPPRESSED')
      );
    });
    return { cells: made, counts: cells.length + counts, population: basis };
  },
};
