import type { Value } from './source.ts';

export const UNKNOWN = 'UNKNOWN';

export const unknown = (en: string, zh: string): Value => ({ code: UNKNOWN, label: { en, zh } });

/** The five-year periods of Cancer Incidence in Five Continents end in years like 2012 and 2017. */
export const periodOf = (year: number): string => {
  const last = year + ((7 - (year % 5)) % 5);
  return `${last - 4}-${last}`;
};

/** Places of ages: 18 groups by their first year, then not known. */
export const AGE_VALUES: readonly Value[] = [
  ...Array.from({ length: 18 }, (_, i) => ({
    code: String(5 * i),
    label:
      i === 17
        ? { en: '85 and over', zh: '85岁及以上' }
        : { en: `${5 * i}–${5 * i + 4}`, zh: `${5 * i}–${5 * i + 4}岁` },
  })),
  unknown('age not known', '年龄不详'),
];

/** The sexes that populations are told by. */
export const SEX_VALUES: readonly Value[] = [
  { code: 'FEMALE', label: { en: 'female', zh: '女' } },
  { code: 'MALE', label: { en: 'male', zh: '男' } },
];
