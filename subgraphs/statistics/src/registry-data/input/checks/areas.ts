import type { RegistryArea, Years } from '../../data-set.ts';
import { type Collected, type Placed, yearsText } from '../collected.ts';

const meet = (a: Years, b: Years): boolean => a.first <= b.last && b.first <= a.last;

/** Numbers name registries that the list has. */
export const unknownRegistries = ({ areas, counts, lived, problems }: Collected): void => {
  const told = new Set<string>();
  for (const { area, place } of [...lived.values(), ...counts.values()]) {
    if (areas.has(area) || told.has(area)) continue;
    told.add(area);
    problems.error(
      place,
      'registry',
      { en: `Registry ${area} is in no list.`, zh: `登记处${area}不在名单中。` },
      {
        en: 'Add it to the file of registries, or correct the code.',
        zh: '请将其加入登记处文件，或更正代码。',
      },
    );
  }
  const alive = new Set([...lived.values()].map(({ area }) => area));
  for (const { code, place } of areas.values())
    if (!alive.has(code))
      problems.remark(
        place,
        'registry',
        { en: `Registry ${code} has no person-years.`, zh: `登记处${code}没有人年数。` },
        { en: 'It is not loaded.', zh: '该登记处不会被加载。' },
      );
};

/** Periods of one registry: the same people would be counted twice in years that are in two. */
export const overlappingPeriods = ({ lived, problems }: Collected): void => {
  for (const own of Map.groupBy(lived.values(), ({ area, sex }) => `${area} ${sex}`).values()) {
    const sorted = own.toSorted((a, b) => a.years.first - b.years.first);
    for (const [i, series] of sorted.entries()) {
      const before = sorted[i - 1];
      if (before === undefined || !meet(before.years, series.years)) continue;
      problems.error(
        series.place,
        'period',
        {
          en: `Period ${yearsText(series.years)} of registry ${series.area} overlaps with ${yearsText(before.years)} (line ${before.place.line}).`,
          zh: `登记处${series.area}的时期${yearsText(series.years)}与${yearsText(before.years)}（第${before.place.line}行）重叠。`,
        },
        { en: 'Give periods that follow one another.', zh: '请给出互不重叠的时期。' },
      );
    }
  }
};

/** 440000 is every code that begins with 44, 440100 those with 4401. */
const stem = (code: string): string => code.replace(/(?:00){1,2}$/, '');
const within = (inner: string, outer: string): boolean => stem(inner).startsWith(stem(outer));

/** The first division that both registries cover; null where there is none. */
const sharedDivision = (a: RegistryArea, b: RegistryArea): string | null => {
  for (const one of a.covers)
    for (const other of b.covers) {
      const inner = within(one, other) ? one : within(other, one) ? other : null;
      if (inner === null) continue;
      const left = [...a.without, ...b.without].some((code) => within(inner, code));
      if (!left) return inner;
    }
  return null;
};

/** Registries that cover the same people in the same years would count them twice. */
export const overlappingAreas = ({ areas, lived, problems }: Collected): void => {
  const years = Map.groupBy(lived.values(), ({ area }) => area);
  const covered = [...areas.values()].filter(({ covers }) => covers.length > 0);
  // By province: registries of two provinces share nothing.
  const byProvince = Map.groupBy(
    covered.flatMap((area) =>
      [...new Set(area.covers.map((code) => code.slice(0, 2)))].map((province) => ({
        province,
        area,
      })),
    ),
    ({ province }) => province,
  );
  const told = new Set<string>();
  const tell = (a: Placed<RegistryArea>, b: Placed<RegistryArea>): void => {
    const division = sharedDivision(a, b);
    const key = `${a.code} ${b.code}`;
    if (division === null || told.has(key)) return;
    const both = (years.get(a.code) ?? []).some((one) =>
      (years.get(b.code) ?? []).some((other) => meet(one.years, other.years)),
    );
    if (!both) return;
    told.add(key);
    problems.error(
      b.place,
      'covers',
      {
        en: `Registries ${a.code} (line ${a.place.line}) and ${b.code} both cover ${division} in the same years: its people would be counted twice.`,
        zh: `登记处${a.code}（第${a.place.line}行）与${b.code}在相同年份均覆盖${division}：当地人口将被重复计算。`,
      },
      {
        en: 'Leave one of them out, or name in “without” what a registry does not cover.',
        zh: '请去掉其中一个登记处，或在 without 列中注明不覆盖的地区。',
      },
    );
  };
  for (const own of byProvince.values())
    for (const [i, { area: b }] of own.entries())
      for (const { area: a } of own.slice(0, i)) tell(a, b);
};
