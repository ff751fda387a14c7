import type { CrossDimension, Placed } from './dimensions.ts';

/** Cases, one by one or counted together where they agree in some dimensions. */
export interface Grouped {
  readonly rows: number;
  readonly codes: Readonly<Partial<Record<CrossDimension, Uint8Array | Uint16Array>>>;
  /** Null where every row is one case. */
  readonly counts: Uint32Array | null;
  /** Sums of the disclosure keys of those counted, modulo 2³². */
  readonly keys: Int32Array | Uint32Array;
}

/** Cells of a table made at once at most, 16 MB; a longer one is never made, its cases are gone through instead. */
const MOST_CELLS = 2_000_000;

type Codes = Uint8Array | Uint16Array;

const codesOf = (grouped: Grouped, dimension: CrossDimension): Codes => {
  const codes = grouped.codes[dimension];
  if (codes === undefined) throw new RangeError(`The table is not by ${dimension}.`);
  return codes;
};

/**
 * The place of each row in a table by several dimensions; -1 leaves a row out.
 * @param steps what each code of a dimension adds to the place, -1 where it leaves the row out
 */
export const placesOfRows = (
  grouped: Grouped,
  steps: readonly { readonly dimension: CrossDimension; readonly add: Int32Array }[],
): Int32Array => {
  const places = new Int32Array(grouped.rows);
  // One dimension after the other: each pass reads two arrays in order, which a processor foresees.
  for (const { dimension, add } of steps) {
    const codes = codesOf(grouped, dimension);
    for (let row = 0; row < places.length; row++) {
      const place = places[row] as number;
      if (place < 0) continue;
      const step = add[codes[row] as number] as number;
      places[row] = step < 0 ? -1 : place + step;
    }
  }
  return places;
};

/** Adds up rows by their places. */
export const addUp = (grouped: Grouped, places: Int32Array, length: number) => {
  const [counts, keys] = [new Uint32Array(length), new Uint32Array(length)];
  const { counts: many, keys: own } = grouped;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    if (place < 0) continue;
    counts[place] = (counts[place] as number) + (many === null ? 1 : (many[row] as number));
    keys[place] = (keys[place] as number) + (own[row] as number);
  }
  return { counts, keys };
};

/**
 * The same cases counted together where they agree in these dimensions: as many rows as there are combinations that
 * occur. Null where there could be too many.
 */
export const groupBy = (
  grouped: Grouped,
  dimensions: readonly CrossDimension[],
  placed: (dimension: CrossDimension) => Placed<unknown>,
): Grouped | null => {
  const sizes = dimensions.map((dimension) => placed(dimension).values.length);
  const length = sizes.reduce((a, b) => a * b, 1);
  if (length > MOST_CELLS) return null;
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  const steps = dimensions.map((dimension, i) => ({
    dimension,
    add: Int32Array.from(
      { length: sizes[i] as number },
      (__, code) => code * (strides[i] as number),
    ),
  }));
  const { counts, keys } = addUp(grouped, placesOfRows(grouped, steps), length);
  const held = Uint32Array.from(counts.keys()).filter((place) => (counts[place] as number) > 0);
  const codes = Object.fromEntries(
    dimensions.map((dimension, i): [CrossDimension, Codes] => {
      const [stride, size] = [strides[i] as number, sizes[i] as number];
      const code = (place: number) => Math.floor(place / stride) % size;
      return [dimension, size <= 256 ? Uint8Array.from(held, code) : Uint16Array.from(held, code)];
    }),
  );
  return {
    rows: held.length,
    codes,
    counts: held.map((place) => counts[place] as number),
    keys: held.map((place) => keys[place] as number),
  };
};
