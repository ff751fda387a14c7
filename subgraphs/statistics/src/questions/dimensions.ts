import type { Label } from '@nodp/graph';
import type { StatisticsDimension, StatisticsFilterInput } from '../generated/resolvers.ts';

/** Lists of a filter; years are given by their first and last. */
type FilterList = Exclude<keyof StatisticsFilterInput, 'fromYear' | 'toYear'>;

export interface Dimension {
  readonly label: Label;
  /** The list of a filter that chooses from it. */
  readonly chosenBy: FilterList | null;
  /** Whether a population knows it: person-years can be divided by it. */
  readonly ofPopulation: boolean;
}

const dimension = (
  en: string,
  zh: string,
  chosenBy: FilterList | null,
  ofPopulation = false,
): Dimension => ({ label: { en, zh }, chosenBy, ofPopulation });

/** In the order in which they are offered. */
export const DIMENSIONS = {
  SITE: dimension('Cancer site', '癌种', 'sites'),
  SEX: dimension('Sex', '性别', 'sexes', true),
  AGE: dimension('Age group', '年龄组', 'ages', true),
  YEAR: dimension('Year', '年份', null, true),
  PERIOD: dimension('Five-year period', '五年期', 'periods', true),
  FOLLOW_UP: dimension('Years after diagnosis', '诊断后年数', null),
  PROVINCE: dimension('Province of residence', '居住省份', 'provinces', true),
  REGISTRY: dimension('Registry', '登记处', 'registries', true),
  STAGE: dimension('Stage at diagnosis', '诊断时分期', 'stages'),
  HISTOLOGY: dimension('Histology group', '组织学分组', 'histologies'),
  BEHAVIOUR: dimension('Behaviour', '行为学', 'behaviours'),
  BASIS: dimension('Basis of diagnosis', '诊断依据', 'bases'),
  SCREENING: dimension('How found', '发现方式', 'screenings'),
  REGISTRATION: dimension('Diagnosis to first report', '诊断至首次上报', 'registrations'),
  DIRECT_COST: dimension('Direct medical cost, first year', '首年直接医疗费用', 'directCosts'),
  OUT_OF_POCKET_COST: dimension(
    'Out-of-pocket cost, first year',
    '首年个人自付费用',
    'outOfPocketCosts',
  ),
  TIER: dimension('Tier of institution', '机构级别', 'tiers'),
  INSTITUTION: dimension('Institution', '机构', 'institutions'),
} as const satisfies Record<StatisticsDimension, Dimension>;

/** Two dimensions that say the same of an event, so that no table is crossed by both. */
export const NOT_TOGETHER: readonly {
  readonly pair: readonly [StatisticsDimension, StatisticsDimension];
  readonly reason: Label;
}[] = [
  {
    pair: ['YEAR', 'PERIOD'],
    reason: {
      en: 'A period is made of years: cross one of the two.',
      zh: '五年期由年份组成：两者只能交叉其一。',
    },
  },
];

export const EVERY_DIMENSION = Object.keys(DIMENSIONS) as StatisticsDimension[];
