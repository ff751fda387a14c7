import { type AreaYear, isWhole } from './registration.ts';
import { FEMALE, MALE } from './sexes.ts';

/** The population at risk that rates are of: everybody, or one sex alone. */
export type PopulationAtRisk = 'EVERYBODY' | 'FEMALE' | 'MALE';

const SEXES: Readonly<Record<PopulationAtRisk, readonly (0 | 1)[]>> = {
  EVERYBODY: [FEMALE, MALE],
  FEMALE: [FEMALE],
  MALE: [MALE],
};

/** Why there is no rate: no registry covers the area in the years asked, or none of those years is closed and complete. */
export type NotCovered = 'NOT_REGISTERED' | 'NOT_COMPLETE';

/** Residents of areas, in years: what is asked for. */
export interface Residents {
  /** All areas where left out. */
  readonly regions?: readonly string[] | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}

/** The areas and years that rates of a release are of: cases and person-years are taken from the same ones. */
export interface Coverage {
  /** Whether a case belongs to the numerator: its residence and year are covered and whole. */
  counts(year: number | null, region: string | null): boolean;
  /** Person-years by 18 ages of those at risk; null where nothing is covered and whole. */
  lived(of: Residents, atRisk: PopulationAtRisk): Float64Array | null;
  /** Why nobody stands in the denominator; null where somebody does. */
  absent(of: Residents): NotCovered | null;
  /** Those that are covered and whole. */
  whole(of: Residents): readonly AreaYear[];
}

const asked = (
  { regions, fromYear = -Infinity, toYear = Infinity }: Residents,
  { region, year }: AreaYear,
): boolean =>
  year >= fromYear && year <= toYear && (regions === undefined || regions.includes(region));

/** Sums of person-years remembered; a dashboard asks for those of the same residents once for each site. */
const MOST_SUMS = 500;

/**
 * @param areaYears no area twice in a year
 * @param builtOn day on which the release was built, YYYY-MM-DD
 */
export const coverageOf = (areaYears: readonly AreaYear[], builtOn: string): Coverage => {
  const all = areaYears.filter((one) => isWhole(one, builtOn));
  const held = new Set(all.map(({ region, year }) => `${region} ${year}`));
  const whole = (of: Residents) => all.filter((one) => asked(of, one));
  const sum = (of: Residents, atRisk: PopulationAtRisk): Float64Array | null => {
    const areas = whole(of);
    if (areas.length === 0) return null;
    const ages = new Float64Array(areas[0]?.lived[FEMALE].length ?? 0);
    for (const { lived } of areas)
      for (const sex of SEXES[atRisk])
        lived[sex].forEach((years, age) => {
          ages[age] = (ages[age] as number) + years;
        });
    return ages;
  };
  const sums = new Map<string, Float64Array | null>();
  return {
    whole,
    counts: (year, region) => year !== null && region !== null && held.has(`${region} ${year}`),
    lived: (of, atRisk) => {
      const question = JSON.stringify([of.regions, of.fromYear, of.toYear, atRisk]);
      const known = sums.get(question);
      if (known !== undefined) return known;
      if (sums.size >= MOST_SUMS) sums.clear();
      const made = sum(of, atRisk);
      sums.set(question, made);
      return made;
    },
    absent: (of) => {
      if (all.some((one) => asked(of, one))) return null;
      return areaYears.some((one) => asked(of, one)) ? 'NOT_COMPLETE' : 'NOT_REGISTERED';
    },
  };
};
