import type { Label } from '@nodp/graph';

/** A relative risk with its 95% interval. */
export interface RelativeRisk {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

type Sex = 'FEMALE' | 'MALE';

/**
 * Share of adults of 15 years and more who smoke: 2018 China Adult Tobacco Survey (Global Adult Tobacco Survey; 19,376 people of 31
 * provinces), Chinese Center for Disease Control and Prevention.
 */
export const SMOKERS: Readonly<Record<Sex, number>> = { FEMALE: 0.0207, MALE: 0.5047 };

const risk = (estimate: number, lower: number, upper: number): RelativeRisk => ({
  estimate,
  lower,
  upper,
});

/** All cancers together. */
export const EVERY_SITE = 'all';

/**
 * Incidence in smokers, and those who stopped because they were ill, over that in those who never smoked, of 40 to 79 years,
 * adjusted: Chen ZM, Peto R, Iona A, et al. Emerging tobacco-related cancer risks in China: a nationwide, prospective study of 0.5
 * million adults. Cancer 2015;121(Suppl 17):3097–3106 (China Kadoorie Biobank, summary). Of women it gives all cancers alone.
 */
export const RELATIVE_RISKS: Readonly<Record<Sex, Readonly<Record<string, RelativeRisk>>>> = {
  FEMALE: { [EVERY_SITE]: risk(1.42, 1.28, 1.57) },
  MALE: {
    [EVERY_SITE]: risk(1.44, 1.37, 1.53),
    lung: risk(2.51, 2.18, 2.9),
    liver: risk(1.32, 1.12, 1.54),
    stomach: risk(1.34, 1.16, 1.55),
    oesophagus: risk(1.47, 1.24, 1.73),
  },
};

/** Ages of the study as places of five-year groups: 40 to 79 years. */
export const AGES_AT_RISK = [8, 16] as const;

export const SMOKING_NOTES: readonly Label[] = [
  {
    en: 'Who smokes: 2018 China Adult Tobacco Survey (GATS), 50.47% of men and 2.07% of women of 15 years and more; the same share is taken for every place, age and year, and nobody of the release’s patients is asked.',
    zh: '吸烟率：2018年中国成人烟草调查（GATS），15岁及以上男性50.47%、女性2.07%；各地区、年龄和年份采用同一吸烟率，不使用发布版中患者的吸烟信息。',
  },
  {
    en: 'How much more often smokers fall ill: Chen et al., Cancer 2015;121(Suppl 17):3097–3106 (China Kadoorie Biobank), of 40 to 79 years; of women it gives all cancers together alone. The share is Levin’s, of adjusted risks an approximation.',
    zh: '相对风险：Chen等，Cancer 2015;121（增刊17）:3097–3106（中国慢性病前瞻性研究），40至79岁；女性仅有全部癌症合计。归因比例按Levin公式计算，用于调整后的相对风险时为近似值。',
  },
];
