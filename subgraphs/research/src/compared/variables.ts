import { SEX_LABELS, STAGE_LABELS } from '@nodp/cohorts';
import { type Label, SITE_GROUPS } from '@nodp/terminology';
import type { CaseColumns } from '@nodp/warehouse';
import type { CoxCovariate } from '../generated/resolvers.ts';
import type { ReleaseRow } from '../release/release-rows.ts';

/** A property of cases in levels. */
export interface Variable {
  readonly name: Label;
  readonly levels: readonly Label[];
  /** Whether levels have an order, with the value in the middle of each and the bounds between them. */
  readonly middles: readonly number[] | null;
  /** The level of a case; -1 where not known. */
  readonly levelOf: (row: number) => number;
}

const span = (from: number, to: number): Label => ({ en: `${from}–${to}`, zh: `${from}–${to}` });
const DECADES = [40, 50, 60, 70, 80];

const coded = (
  {
    values,
    codes,
  }: { readonly values: readonly (string | number)[]; readonly codes: ArrayLike<number> },
  place: (value: string | number) => number,
) => {
  const places = [-1, ...values.map(place)];
  return (row: number): number => places[codes[row] as number] ?? -1;
};

export const ageGroup = ({ numbers }: CaseColumns): Variable => ({
  name: { en: 'Age at diagnosis', zh: '诊断时年龄' },
  levels: [
    { en: 'under 40', zh: '40岁以下' },
    ...DECADES.slice(0, -1).map((from) => span(from, from + 9)),
    { en: '80 and older', zh: '80岁及以上' },
  ],
  middles: [30, 45, 55, 65, 75, 85],
  levelOf: coded(numbers.age, (age) => DECADES.filter((from) => Number(age) >= from).length),
});

const sexes = ['FEMALE', 'MALE', 'OTHER'] as const;
export const sex = (columns: CaseColumns): Variable => ({
  name: { en: 'Sex', zh: '性别' },
  levels: sexes.map((each) => SEX_LABELS[each]),
  middles: null,
  levelOf: coded(columns.sex, (value) => sexes.indexOf(value as (typeof sexes)[number])),
});

const stages = ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'] as const;
export const stage = (columns: CaseColumns): Variable => ({
  name: { en: 'Stage at diagnosis', zh: '诊断时分期' },
  levels: stages.map((each) => STAGE_LABELS[each]),
  middles: null,
  levelOf: coded(columns.stage, (value) => stages.indexOf(value as (typeof stages)[number])),
});

export const siteGroup = (columns: CaseColumns): Variable => ({
  name: { en: 'Site group', zh: '部位组' },
  levels: SITE_GROUPS.map(({ label }) => label),
  middles: null,
  levelOf: coded(columns.site_group, (value) => SITE_GROUPS.findIndex(({ id }) => id === value)),
});

const PERIOD = 5;
export const diagnosisPeriod = (
  { numbers }: CaseColumns,
  { firstYear, lastYear }: ReleaseRow,
): Variable => {
  const first = Math.floor((firstYear ?? 2000) / PERIOD) * PERIOD;
  const periods = Math.max(1, Math.floor(((lastYear ?? first) - first) / PERIOD) + 1);
  return {
    name: { en: 'Year of diagnosis', zh: '诊断年份' },
    levels: Array.from({ length: periods }, (_, i) =>
      span(first + i * PERIOD, first + i * PERIOD + PERIOD - 1),
    ),
    middles: null,
    levelOf: coded(numbers.diagnosis_year, (year) => Math.floor((Number(year) - first) / PERIOD)),
  };
};

/** Properties by the name that a question has for them. */
export const VARIABLES = {
  AGE_GROUP: ageGroup,
  SEX: sex,
  STAGE: stage,
  SITE_GROUP: siteGroup,
  DIAGNOSIS_PERIOD: diagnosisPeriod,
} satisfies Record<CoxCovariate, (columns: CaseColumns, release: ReleaseRow) => Variable>;

/** The same wherever a property is asked for, whichever others are: it names its moves. */
export const saltOf = (covariate: CoxCovariate): number =>
  1 + Object.keys(VARIABLES).indexOf(covariate);
