/**
 * Age-standardised 5-year relative survival in China, 2019–2021 (per cent), by site group.
 *
 * Source: Zeng H, Zheng R, Sun K, et al. Cancer survival statistics in China 2019–2021: a multicenter,
 * population-based study. J Natl Cancer Cent 2024;4(3):203–213, doi:10.1016/j.jncc.2024.06.005 (281
 * registries), as tabulated in Chin J Cancer Res 2025;37(6):912–928, table 3.
 */
export const PUBLISHED_SURVIVAL = {
  'lip-oral-pharynx': 47.0,
  nasopharynx: 56.2,
  oesophagus: 27.9,
  stomach: 35.2,
  colorectum: 55.7,
  liver: 14.4,
  gallbladder: 17.8,
  pancreas: 8.5,
  larynx: 52.9,
  lung: 28.7,
  'other-thoracic': 40.1,
  bone: 39.5,
  melanoma: 50.3,
  breast: 80.9,
  cervix: 66.9,
  'corpus-uteri': 68.1,
  ovary: 39.6,
  prostate: 71.1,
  testis: 80.7,
  kidney: 65.2,
  bladder: 71.5,
  thyroid: 92.9,
} as const satisfies Readonly<Record<string, number>>;

/** The same, all sites together. */
export const PUBLISHED_SURVIVAL_ALL = 43.7;
