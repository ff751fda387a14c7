import { STAGE_LABELS, STAGES } from '@nodp/cohorts';
import type { Label } from '@nodp/graph';
import { HISTOLOGY_GROUP_LABELS } from '@nodp/oncology';
import { BEHAVIOURS, SITE_GROUPS } from '@nodp/terminology';
import { INSTITUTION_TIERS } from '@nodp/terminology/administrative';
import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { MODES_OF_DETECTION } from '@nodp/terminology/mode-of-detection';
import { PROVINCES } from '@nodp/terminology/provinces';
import { SUB_SITES } from '@nodp/terminology/sites';
import { COST_CLASSES } from '@nodp/warehouse';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import { yearLabel } from '../../questions/words.ts';
import { MOST_YEARS } from '../../survival/curve.ts';
import type { SourceDimension } from '../source.ts';
import { AGE_VALUES, periodOf, SEX_VALUES, unknown } from '../values.ts';

/** Every year from the first to the last: one left out would tell that it has no case. */
const spanOf = (first: number | null, last: number | null): readonly number[] =>
  first === null || last === null
    ? []
    : Array.from({ length: last - first + 1 }, (_, i) => first + i);

const tenThousands = (yuan: number): string => `${yuan / 10_000}万`;

/** Classes of cost: of each up to the lower bound of the next. */
const COST_VALUES: SourceDimension['values'] = [
  ...COST_CLASSES.map((from, i) => {
    const to = COST_CLASSES[i + 1];
    return {
      code: String(from),
      label:
        to === undefined
          ? { en: `¥${from.toLocaleString('en')} and more`, zh: `${tenThousands(from)}元及以上` }
          : {
              en: `¥${from.toLocaleString('en')} to ${to.toLocaleString('en')}`,
              zh: `${tenThousands(from)}至${tenThousands(to)}元`,
            },
    };
  }),
  unknown('no bill', '无费用明细'),
];

const REGISTRATION_SPANS: SourceDimension['values'] = [
  { code: 'WITHIN_6_MONTHS', label: { en: 'within 6 months', zh: '6个月内' } },
  { code: 'WITHIN_12_MONTHS', label: { en: '6 to 12 months', zh: '6至12个月' } },
  { code: 'WITHIN_24_MONTHS', label: { en: '12 to 24 months', zh: '12至24个月' } },
  { code: 'LATER', label: { en: 'after 24 months', zh: '24个月以后' } },
  {
    code: 'TOO_RECENT',
    label: { en: 'diagnosed in the last year: cannot be told yet', zh: '近一年确诊：尚不能判定' },
  },
  unknown('not known', '不详'),
];

/**
 * Dimensions of a release. Its values are those of the terminologies, whether or not it has cases of them: what a list lacks
 * would tell that there is nobody.
 * @param years of diagnosis, the first and the last
 * @param institutions of the platform; null where the release does not tell them apart
 * @param lacks what the release was built without
 */
export const releaseDimensions = (
  years: { readonly firstYear: number | null; readonly lastYear: number | null },
  registries: readonly { readonly code: string; readonly name: Label }[],
  institutions: readonly { readonly code: string; readonly name: Label }[] | null,
  lacks: (column: 'detection' | 'registration' | 'direct_cost') => boolean,
): Readonly<Partial<Record<StatisticsDimension, SourceDimension>>> => {
  const span = spanOf(years.firstYear, years.lastYear);
  const periods = [...new Set(span.map(periodOf))];
  return {
    SITE: {
      values: SITE_GROUPS.map(({ id, label }) => ({ code: id, label })),
      choices: [...SUB_SITES, ...JOINT_SITES].map(({ id, label }) => ({ code: id, label })),
    },
    SEX: {
      values: [...SEX_VALUES, unknown('other or not known', '其他或不详')],
    },
    AGE: { values: AGE_VALUES },
    YEAR: {
      values: [
        ...span.map((year) => ({ code: String(year), label: yearLabel(String(year)) })),
        unknown('year not known', '年份不详'),
      ],
    },
    PERIOD: {
      values: [
        ...periods.map((code) => ({ code, label: yearLabel(code) })),
        unknown('year not known', '年份不详'),
      ],
    },
    PROVINCE: {
      values: [
        ...PROVINCES.map(({ code, label }) => ({ code, label })),
        unknown('residence not known', '居住地不详'),
      ],
    },
    REGISTRY: {
      values: [
        ...registries.map(({ code, name }) => ({ code, label: name })),
        { code: 'NONE', label: { en: 'not under registration', zh: '未登记覆盖' } },
      ],
    },
    FOLLOW_UP: {
      values: Array.from({ length: MOST_YEARS }, (_, i) => ({
        code: String(i + 1),
        label: { en: i === 0 ? '1 year' : `${i + 1} years`, zh: `${i + 1}年` },
      })),
    },
    STAGE: { values: STAGES.map((code) => ({ code, label: STAGE_LABELS[code] })) },
    HISTOLOGY: {
      values: HISTOLOGY_GROUP_LABELS.map((label, i) => ({ code: String(i + 1), label })),
    },
    BEHAVIOUR: {
      values: [
        ...(['3', '2', '1', '0'] as const).map((code) => ({
          code,
          label: BEHAVIOURS.get(code)?.label ?? unknown(code, code).label,
        })),
        unknown('behaviour not known', '行为学不详'),
      ],
    },
    BASIS: {
      values: [
        {
          code: 'MICROSCOPIC',
          label: { en: 'microscopically verified', zh: '病理学（镜下）证实' },
        },
        {
          code: 'DEATH_CERTIFICATE',
          label: { en: 'death certificate only', zh: '仅有死亡医学证明' },
        },
        { code: 'OTHER', label: { en: 'clinical, imaging or other', zh: '临床、影像或其他' } },
        unknown('basis not known', '诊断依据不详'),
      ],
    },
    ...(!lacks('detection') && {
      SCREENING: {
        values: [
          ...[...MODES_OF_DETECTION].map(([code, { label }]) => ({ code, label })),
          unknown('not known', '不详'),
        ],
      },
    }),
    ...(!lacks('direct_cost') && {
      DIRECT_COST: { values: COST_VALUES },
      OUT_OF_POCKET_COST: { values: COST_VALUES },
    }),
    ...(!lacks('registration') && { REGISTRATION: { values: REGISTRATION_SPANS } }),
    TIER: {
      values: [
        ...[...INSTITUTION_TIERS].map(([code, { label }]) => ({ code: code.toUpperCase(), label })),
        unknown('tier not known', '级别不详'),
      ],
    },
    ...(institutions !== null && {
      INSTITUTION: {
        values: [
          ...institutions.map(({ code, name }) => ({ code, label: name })),
          unknown('institution not known', '机构不详'),
        ],
      },
    }),
  };
};

export const OLDER: Label = {
  en: 'This release was built by a version of the platform that did not release it; the next release tells it.',
  zh: '本发布版由较早版本的平台生成，不含该信息；下一发布版将包含。',
};

export const ABSENT: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  SCREENING: OLDER,
  REGISTRATION: OLDER,
  DIRECT_COST: OLDER,
  OUT_OF_POCKET_COST: OLDER,
  INSTITUTION: {
    en: 'This release was built by a version of the platform that released no institutions, only their tiers and provinces; the next release tells them apart.',
    zh: '本发布版由较早版本的平台生成，仅含机构的级别和所在省份；下一发布版可按机构统计。',
  },
};
