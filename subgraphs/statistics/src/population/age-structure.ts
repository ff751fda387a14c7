/** Places of the sexes in tables of cases and persons. */
export const FEMALE = 0;
export const MALE = 1;

/**
 * China's population of 1 July 2020 by sex and age, in thousands: 0–4, 5–9, …, 80–84, 85 and more.
 *
 * Source: United Nations, Department of Economic and Social Affairs, Population Division (2019). World
 * Population Prospects 2019, estimates of population by age and sex (CC BY 3.0 IGO); 85–89 to 100+ summed.
 */
const WPP_2019: readonly (readonly number[])[] = [
  [
    39476.105,
    40415.039,
    38912.828,
    38238.737,
    40884.302,
    46466.16,
    62295.742,
    48745.948,
    46984.787,
    58664.268,
    61097.362,
    48782.446,
    38596.854,
    37622.978,
    23524.526,
    14337.34,
    9297.788,
    4738.693 + 1573.796 + 358.816 + 61.919,
  ],
  [
    44456.332,
    46320.144,
    45349.923,
    44103.122,
    46273.865,
    51522.843,
    66443.228,
    51345.507,
    49289.359,
    61173.349,
    62348.02,
    49958.045,
    38917.285,
    36526.788,
    21425.163,
    12207.276,
    6883.629,
    2843.084 + 731.228 + 116.377 + 12.773,
  ],
];

const total = WPP_2019.flat().reduce((sum, thousands) => sum + thousands, 0);

/** Share of each sex (FEMALE, MALE) and age group in the whole population; all add up to 1. */
export const AGE_STRUCTURE: readonly Float64Array[] = WPP_2019.map((ages) =>
  Float64Array.from(ages, (thousands) => thousands / total),
);
