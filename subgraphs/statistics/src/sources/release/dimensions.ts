import { STAGE_LABELS, STAGES } from '@nodp/cohorts';
import type { Label } from '@nodp/graph';
import { HISTOLOGY_GROUP_LABELS } from '@nodp/oncology';
import { BEHAVIOURS, SITE_GROUPS } from '@nodp/terminology';
import { INSTITUTION_TIERS } from '@nodp/terminology/administrative';
import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { PROVINCES } from '@nodp/terminology/provinces';
import { SUB_SITES } from '@nodp/terminology/sites';
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

/**
 * Dimensions of a release. Its values are those of the terminologies, whether or not it has cases of them: what a list lacks
 * would tell that there is nobody.
 * @param years of diagnosis, the first and the last
 * @param institutions of the platform; null where the release does not tell them apart
 */
export const releaseDimensions = (
  years: { readonly firstYear: number | null; readonly lastYear: number | null },
  registries: readonly { readonly code: string; readonly name: Label }[],
  institutions: readonly { readonly code: string; readonly name: Label }[] | null,
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

export const ABSENT: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  SCREENING: {
    en: 'A release does not say whether a case was found by screening.',
    zh: '发布版数据不含病例是否经筛查发现的信息。',
  },
  INSTITUTION: {
    en: 'This release was built by a version of the platform that released no institutions, only their tiers and provinces; the next release tells them apart.',
    zh: '本发布版由较早版本的平台生成，仅含机构的级别和所在省份；下一发布版可按机构统计。',
  },
};
