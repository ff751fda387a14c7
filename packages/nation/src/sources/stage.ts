/**
 * Stage at diagnosis in China, patients of 2016–2017 with cancers of the lung, stomach, oesophagus,
 * colorectum or female breast, 23 hospitals in 12 provinces.
 *
 * Source: Zeng H, Ran X, An L, et al. Disparities in stage at diagnosis for five common cancers in China:
 * a multicentre, hospital-based, observational study. Lancet Public Health 2021;6(12):e877–e887,
 * doi:10.1016/S2468-2667(21)00157-2.
 */
export const PUBLISHED_STAGE = {
  /** Stage known in 41,671 of 52,103. */
  unknown: 1 - 41_671 / 52_103,
  /** Stages III and IV among those known. */
  late: { both: 22_009 / 41_671, male: 14_084 / 21_973, female: 7_925 / 19_698 },
  /** Staged men and women in the study. */
  men: 21_973,
  women: 19_698,
  /** Adjusted odds of a late stage, men against women. */
  lateOddsOfMen: 1.3,
} as const;

/**
 * Stage I among all staged, Dalian Cancer Registry 2015.
 *
 * Source: Fu R, Sun K, Wang X, et al. Survival differences between the USA and an urban population from
 * China for all cancer types and 20 individual cancers. Lancet Reg Health West Pac 2023;37:100799.
 */
export const PUBLISHED_STAGE_I = { colorectum: 0.179, breast: 0.409 } as const;
