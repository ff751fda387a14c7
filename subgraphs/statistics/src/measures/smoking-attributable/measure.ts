import { attributableFraction } from '@nodp/biostatistics';
import type { Label } from '@nodp/graph';
import {
  AGES_AT_RISK,
  EVERY_SITE,
  RELATIVE_RISKS,
  type RelativeRisk,
  SMOKERS,
  SMOKING_NOTES,
} from '../../burden/smoking.ts';
import type { Axis, Chosen } from '../../sources/source.ts';
import { SEX_VALUES } from '../../sources/values.ts';
import { cellsIn, codesAt, countedAt, protectedCells } from '../cells.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';

const DIGITS = 3;

const fixed: Label = {
  en: 'The relative risks are of 40 to 79 years together: ages are neither crossed nor chosen.',
  zh: '相对风险为40至79岁合计：不能交叉或筛选年龄。',
};
const malignant: Label = {
  en: 'The relative risks are of malignant neoplasms.',
  zh: '相对风险仅针对恶性肿瘤。',
};
const NOT_BY = { AGE: fixed, BEHAVIOUR: malignant } as const;

/** The site whose relative risk a cell needs; null where several are taken together. */
const siteOf = (codes: ReadonlyMap<string, string>, chosen: Chosen): string | null => {
  const crossed = codes.get('SITE');
  if (crossed !== undefined) return crossed;
  if (chosen.SITE === undefined) return EVERY_SITE;
  return chosen.SITE.length === 1 ? (chosen.SITE[0] as string) : null;
};

/** Cases of one sex that would not come, and the bounds that the interval of the relative risk gives. */
const avoidedOf = (cases: number, smokers: number, risk: RelativeRisk) => {
  const of = (relative: number) => cases * attributableFraction(smokers, relative);
  return { value: of(risk.estimate), lower: of(risk.lower), upper: of(risk.upper) };
};

/** Sums whose parts are independent, bounds by the method of variance estimates recovery (Zou and Donner 2008). */
const together = (parts: readonly ReturnType<typeof avoidedOf>[]) => {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const away = (end: 'lower' | 'upper') =>
    Math.hypot(...parts.map((part) => part.value - part[end]));
  return { value, lower: value - away('lower'), upper: value + away('upper') };
};

const isSex = (code: string): code is 'FEMALE' | 'MALE' => code === 'FEMALE' || code === 'MALE';

/** Cases, or deaths, that would not come if nobody smoked (`attributableFraction`). */
export const smokingAttributable: Measure = {
  group: 'BURDEN',
  label: { en: 'Cases avoided if nobody smoked', zh: '若无人吸烟可避免的病例数' },
  ofDeaths: { en: 'Deaths avoided if nobody smoked', zh: '若无人吸烟可避免的死亡数' },
  unit: { en: 'persons', zh: '例' },
  sentence: {
    en: 'Each figure is how many cancers or deaths of 40 to 79 years would not come if nobody smoked and those who smoke had the risk of those who never did.',
    zh: '每个数字为若无人吸烟、且吸烟者的风险与从不吸烟者相同，则40至79岁人群可避免的癌症病例或死亡数。',
  },
  limits: {
    en: 'It is of a population in which the effect of quitting has come in full, years after the last cigarette; deaths are taken to follow the risk of falling ill. Second-hand smoke is not in it, and the interval is of the relative risk alone. Sites without a published risk have no figure.',
    zh: '反映戒烟效果完全显现之后（停止吸烟多年后）的情形；死亡按发病的相对风险计算。不含二手烟；区间仅反映相对风险的不确定性。无已发表相对风险的癌种不给出数字。',
  },
  numerator: { en: 'cases or deaths of 40 to 79 years', zh: '40至79岁的病例或死亡' },
  denominator: null,
  interval: { en: '95%, of the relative risk', zh: '95%，相对风险的区间' },
  options: [],
  needsPersonYears: false,
  required: [],
  refused: NOT_BY,
  filterRefused: NOT_BY,
  answer: async ({ source, question: { events, axes, chosen } }) => {
    const crossed = axes.some(({ dimension }) => dimension === 'SEX');
    const { SEX: wanted = ['FEMALE', 'MALE'], ...others } = chosen;
    const inner: Axis = {
      dimension: 'SEX',
      values: SEX_VALUES.filter(({ code }) => wanted.includes(code)),
    };
    const all = crossed ? axes : [...axes, inner];
    const counts = await source.count({
      ...{ events, axes: all, chosen: crossed ? chosen : others },
      ...{ sexes: false, ages: true, registered: false },
    });
    const shown = protectedCells(
      source,
      all,
      Array.from({ length: cellsIn(all) }, (_, cell) =>
        countedAt(source, counts, cell, 'EVERYBODY', AGES_AT_RISK),
      ),
    );
    const cellOf = (cells: readonly number[]): Cell => {
      const parts = cells.map((cell) => {
        const codes = codesAt(all, cell);
        const [sex, site] = [codes.get('SEX') as string, siteOf(codes, chosen)];
        if (!isSex(sex)) return 'NOT_APPLICABLE';
        const risk = site === null ? undefined : RELATIVE_RISKS[sex][site];
        if (risk === undefined) return 'NO_REFERENCE';
        const cases = shown[cell]?.value ?? null;
        return cases === null ? 'SUPPRESSED' : { cases, ...avoidedOf(cases, SMOKERS[sex], risk) };
      });
      const missing = parts.find((part) => typeof part === 'string');
      if (missing !== undefined || parts.length === 0) return noFigure(missing ?? 'NOT_APPLICABLE');
      const known = parts.filter((part) => typeof part !== 'string');
      const { value, lower, upper } = together(known);
      const rounded = (number: number) => digits(number, DIGITS);
      return {
        state: 'SHOWN',
        ...{ value: rounded(value), lower: rounded(lower), upper: rounded(upper) },
        numerator: known.reduce((sum, { cases }) => sum + cases, 0),
        denominator: null,
      };
    };
    const within = crossed ? 1 : inner.values.length;
    return {
      cells: Array.from({ length: cellsIn(axes) }, (_, cell) =>
        cellOf(Array.from({ length: within }, (_, i) => cell * within + i)),
      ),
      counts: shown.length,
      population: null,
      notes: SMOKING_NOTES,
    };
  },
};
