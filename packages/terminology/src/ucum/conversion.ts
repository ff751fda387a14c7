import { toCanonicalForm, ucum } from '@atomic-ehr/ucum';

/** Converts a value; null where the two units are not of one dimension. */
type Conversion = ((value: number) => number) | null;

const CACHE_LIMIT = 2_000;
const cache = new Map<string, Conversion>();

const isLinear = (unit: string): boolean => toCanonicalForm(unit).specialFunction === undefined;

const made = (from: string, to: string): Conversion => {
  if (!ucum.isConvertible(from, to)) return null;
  if (!isLinear(from) || !isLinear(to)) return (value) => ucum.convert(value, from, to);
  const factor = ucum.convert(1, from, to);
  return (value) => value * factor;
};

/**
 * How values of one UCUM unit become those of another. The library takes both units apart at every call, which was a tenth
 * of the time of reading a result, so each pair is taken apart once.
 */
export const conversion = (from: string, to: string): Conversion => {
  const pair = `${from} ${to}`;
  const known = cache.get(pair);
  if (known !== undefined) return known;
  const conversion = made(from, to);
  if (cache.size < CACHE_LIMIT) cache.set(pair, conversion);
  return conversion;
};
