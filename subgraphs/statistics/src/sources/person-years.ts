import type { Label } from '@nodp/graph';
import type { StatisticsDimension } from '../generated/resolvers.ts';
import type { Axis, Chosen, NoPersonYears, PersonYears } from './source.ts';

const GROUPS = 18;

/** How areas in years are told apart. */
export interface Divided<Of> {
  /** Dimensions that divide them. */
  readonly divide: readonly StatisticsDimension[];
  /** The code of one in a dimension; null where the dimension does not divide it. */
  readonly codeOf: (dimension: StatisticsDimension, one: Of) => string | null;
  /** Whether it may stand below a rate. */
  readonly isWhole: (one: Of) => boolean;
}

/**
 * Person-years by the axes that a population knows, of the areas and years that registries hold whole. Sexes are told apart
 * by whoever reads them.
 */
export const personYearsBy = <Of extends { readonly lived: readonly [Float64Array, Float64Array] }>(
  areas: readonly Of[],
  { divide, codeOf, isWhole }: Divided<Of>,
  axes: readonly Axis[],
  chosen: Chosen,
  basis: Label,
): PersonYears => {
  const among = (one: Of): boolean =>
    divide.every((dimension) => {
      const codes = chosen[dimension];
      return codes === undefined || codes.includes(codeOf(dimension, one) ?? '');
    });
  const asked = areas.filter(among);
  const sizes = axes.map(({ values }) => values.length);
  const ofAreas = axes.map(({ dimension }) => divide.includes(dimension));
  const age = axes.findIndex(({ dimension }) => dimension === 'AGE');
  // Cells that differ in none of what divides areas and years share their person-years.
  const keyOf = (place: (axis: number) => number): number =>
    sizes.reduce((key, size, i) => key * (ofAreas[i] ? size : 1) + (ofAreas[i] ? place(i) : 0), 0);
  const sums = new Map<number, Float64Array>();
  const open = new Set<number>();
  for (const one of asked) {
    const places = axes.map(({ dimension, values }, i) =>
      ofAreas[i] ? values.findIndex(({ code }) => code === codeOf(dimension, one)) : 0,
    );
    if (places.includes(-1)) continue;
    const key = keyOf((i) => places[i] as number);
    if (!isWhole(one)) {
      open.add(key);
      continue;
    }
    const sum = sums.get(key) ?? new Float64Array(2 * GROUPS);
    one.lived.forEach((ages, sex) => {
      ages.forEach((years, group) => {
        sum[sex * GROUPS + group] = (sum[sex * GROUPS + group] as number) + years;
      });
    });
    sums.set(key, sum);
  }
  const retained = (chosen.AGE ?? []).map(Number);
  const ofAges = (sum: Float64Array, code: string | null): Float64Array =>
    code === null && retained.length === 0
      ? sum
      : sum.map((years, i) => {
          const from = 5 * (i % GROUPS);
          return code === null
            ? retained.includes(from)
              ? years
              : 0
            : String(from) === code
              ? years
              : 0;
        });
  const known = new Map<number, Float64Array | NoPersonYears>();
  return {
    basis,
    at: (cell) => {
      const places: number[] = [];
      let rest = cell;
      for (let i = sizes.length - 1; i >= 0; i--) {
        places[i] = rest % (sizes[i] as number);
        rest = Math.floor(rest / (sizes[i] as number));
      }
      const key = keyOf((i) => places[i] as number);
      const group = age < 0 ? null : (axes[age]?.values[places[age] as number]?.code ?? null);
      const name = key * 20 + (group === null ? 19 : (places[age] as number));
      const found = known.get(name);
      if (found !== undefined) return found;
      const sum = sums.get(key);
      const made =
        sum !== undefined
          ? ofAges(sum, group)
          : open.has(key)
            ? ('NOT_COMPLETE' as const)
            : ('NOT_REGISTERED' as const);
      known.set(name, made);
      return made;
    },
  };
};
