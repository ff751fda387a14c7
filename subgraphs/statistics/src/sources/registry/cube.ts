import { PROVINCES } from '@nodp/terminology/provinces';
import type { StatisticsEvents } from '../../generated/resolvers.ts';
import { ALL_SITES } from '../../registry-data/data-set.ts';
import { AGE_PLACES, type Value } from '../source.ts';
import { periodOf, UNKNOWN } from '../values.ts';
import type { StoredRows } from './read-set.ts';
import type { SiteIndex } from './sites.ts';

/** A registry in a period: what areas and years are divided by. */
export interface Unit {
  readonly registry: string;
  readonly province: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly period: string;
  /** Women, then men: person-years by 18 ages. */
  readonly lived: readonly [Float64Array, Float64Array];
}

/** Counts of one kind as columns: a place for each series, 19 ages each. */
export interface Counts {
  readonly unit: Int32Array;
  /** 0 female, 1 male. */
  readonly sex: Uint8Array;
  readonly site: Uint8Array;
  /** Whether the registry, period and sex of a series has a sum of all sites of its own. */
  readonly hasTotal: Uint8Array;
  readonly ages: Float64Array;
}

/** A version of a data set in memory. */
export interface Cube {
  readonly units: readonly Unit[];
  /** Those of years after every count: a population that is expected. */
  readonly toCome: readonly Unit[];
  readonly sites: SiteIndex;
  readonly counts: Readonly<Partial<Record<StatisticsEvents, Counts>>>;
  /** Whether every series of every sex has a sum of all sites. */
  readonly hasTotals: boolean;
  readonly registries: readonly Value[];
  readonly provinces: readonly Value[];
  /** Years where every unit is one; else null. */
  readonly years: readonly number[] | null;
  readonly periods: readonly string[];
}

const unitKey = (row: { readonly areaCode: string; readonly firstYear: number }): string =>
  `${row.areaCode} ${row.firstYear}`;

const unitsOf = (
  areas: StoredRows['areas'],
  lived: StoredRows['lived'],
): Map<string, Unit & { place: number }> => {
  const provinceOf = new Map(areas.map(({ code, provinceCode }) => [code, provinceCode]));
  const units = new Map<string, Unit & { place: number }>();
  for (const row of lived) {
    const { areaCode: registry, firstYear, lastYear, sex, ages } = row;
    const unit = units.get(unitKey(row)) ?? {
      registry,
      province: provinceOf.get(registry) ?? UNKNOWN,
      firstYear,
      lastYear,
      // Single years are put together as a release puts its own; a period that was given is one.
      period: firstYear === lastYear ? periodOf(firstYear) : `${firstYear}-${lastYear}`,
      lived: [new Float64Array(AGE_PLACES - 1), new Float64Array(AGE_PLACES - 1)] as const,
      place: units.size,
    };
    (unit.lived[sex] as Float64Array).set(ages);
    units.set(unitKey(row), unit);
  }
  return units;
};

const countsOf = (
  rows: StoredRows['counts'],
  units: ReadonlyMap<string, { readonly place: number }>,
  sites: SiteIndex,
): Counts | undefined => {
  if (rows.length === 0) return undefined;
  const groupOf = (row: (typeof rows)[number]) => `${unitKey(row)} ${row.sex}`;
  const totals = new Set(rows.filter(({ site }) => site === ALL_SITES).map(groupOf));
  const counts: Counts = {
    unit: new Int32Array(rows.length),
    sex: new Uint8Array(rows.length),
    site: new Uint8Array(rows.length),
    hasTotal: new Uint8Array(rows.length),
    ages: new Float64Array(rows.length * AGE_PLACES),
  };
  rows.forEach((row, i) => {
    counts.unit[i] = units.get(unitKey(row))?.place ?? -1;
    counts.sex[i] = row.sex;
    counts.site[i] = sites.get(row.site) as number;
    counts.hasTotal[i] = totals.has(groupOf(row)) ? 1 : 0;
    counts.ages.set(row.ages, i * AGE_PLACES);
  });
  return counts;
};

/** Rows of a version as columns that a question runs through. */
export const cubeOf = (rows: StoredRows): Cube => {
  const counted = new Set(rows.counts.map(unitKey));
  const last = Math.max(
    ...rows.lived.filter((row) => counted.has(unitKey(row))).map(({ lastYear }) => lastYear),
  );
  const isToCome = ({ firstYear }: { firstYear: number }) => counted.size > 0 && firstYear > last;
  const units = unitsOf(
    rows.areas,
    rows.lived.filter((row) => !isToCome(row)),
  );
  const toCome = unitsOf(rows.areas, rows.lived.filter(isToCome));
  const sites = new Map([...new Set(rows.counts.map(({ site }) => site))].map((id, i) => [id, i]));
  const of = (kind: string) =>
    countsOf(
      rows.counts.filter((row) => row.kind === kind),
      units,
      sites,
    );
  const [cases, deaths] = [of('CASES'), of('DEATHS')];
  const list = [...units.values()];
  const provinces = new Set(list.map(({ province }) => province));
  const single = list.every(({ firstYear, lastYear }) => firstYear === lastYear);
  return {
    units: list,
    toCome: [...toCome.values()],
    sites,
    counts: { ...(cases && { CASES: cases }), ...(deaths && { DEATHS: deaths }) },
    hasTotals: [cases, deaths].every(
      (one) => one === undefined || one.hasTotal.every((n) => n === 1),
    ),
    registries: rows.areas.map(({ code, nameEn, nameZh }) => ({
      code,
      label: { en: nameEn, zh: nameZh },
    })),
    provinces: [
      ...PROVINCES.filter(({ code }) => provinces.has(code)).map(({ code, label }) => ({
        code,
        label,
      })),
      ...(provinces.has(UNKNOWN)
        ? [{ code: UNKNOWN, label: { en: 'province not known', zh: '省份不详' } }]
        : []),
    ],
    years: single
      ? [...new Set(list.map(({ firstYear }) => firstYear))].sort((a, b) => a - b)
      : null,
    periods: [...new Set(list.map(({ period }) => period))].sort(),
  };
};
