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

/** Cells of a table made whole at most, 16 MB; of a longer one only those are made that occur. */
const MOST_CELLS = 2_000_000;
/** Combinations that occur, at most, in a table by many dimensions: what it takes of memory while it is made is 40 MB. */
const MOST_HELD = 1_000_000;

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

/** Counts by place, of the places that occur. */
interface Held {
  readonly places: Float64Array;
  readonly counts: Uint32Array;
  readonly keys: Uint32Array;
}

const heldOf = (
  grouped: Grouped,
  steps: Parameters<typeof placesOfRows>[1],
  length: number,
): Held => {
  const { counts, keys } = addUp(grouped, placesOfRows(grouped, steps), length);
  const places = Float64Array.from(counts.keys()).filter((place) => (counts[place] as number) > 0);
  const at = <T extends Uint32Array>(from: T) =>
    Uint32Array.from(places, (place) => from[place] as number);
  return { places, counts: at(counts), keys: at(keys) };
};

/** The same of places so many that most do not occur: found by hashing (open addressing); null where too many occur. */
const sparselyHeld = (
  grouped: Grouped,
  steps: readonly { readonly dimension: CrossDimension; readonly add: Float64Array }[],
): Held | null => {
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(MOST_HELD))).fill(-1);
  const places = new Float64Array(MOST_HELD);
  const [counts, keys] = [new Uint32Array(MOST_HELD), new Uint32Array(MOST_HELD)];
  const columns = steps.map(({ dimension, add }) => ({ add, codes: codesOf(grouped, dimension) }));
  let held = 0;
  for (let row = 0; row < grouped.rows; row++) {
    let place = 0;
    let hash = 0;
    for (const { add, codes } of columns) {
      const code = codes[row] as number;
      place += add[code] as number;
      hash = Math.imul(hash ^ code, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (slots.length - 1);
    let at = slots[slot] as number;
    while (at >= 0 && places[at] !== place) {
      slot = (slot + 1) & (slots.length - 1);
      at = slots[slot] as number;
    }
    if (at < 0) {
      if (held === MOST_HELD) return null;
      at = held++;
      slots[slot] = at;
      places[at] = place;
    }
    counts[at] =
      (counts[at] as number) + (grouped.counts === null ? 1 : (grouped.counts[row] as number));
    keys[at] = (keys[at] as number) + (grouped.keys[row] as number);
  }
  return {
    places: places.slice(0, held),
    counts: counts.slice(0, held),
    keys: keys.slice(0, held),
  };
};

/**
 * The same cases counted together where they agree in these dimensions: as many rows as there are combinations that
 * occur. Null where there are too many.
 */
export const groupBy = (
  grouped: Grouped,
  dimensions: readonly CrossDimension[],
  placed: (dimension: CrossDimension) => Placed<unknown>,
): Grouped | null => {
  const sizes = dimensions.map((dimension) => placed(dimension).values.length);
  const length = sizes.reduce((a, b) => a * b, 1);
  if (!Number.isSafeInteger(length)) return null;
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  const addsOf = (i: number) =>
    Array.from({ length: sizes[i] as number }, (_, code) => code * (strides[i] as number));
  const held =
    length <= MOST_CELLS
      ? heldOf(
          grouped,
          dimensions.map((dimension, i) => ({ dimension, add: Int32Array.from(addsOf(i)) })),
          length,
        )
      : sparselyHeld(
          grouped,
          dimensions.map((dimension, i) => ({ dimension, add: Float64Array.from(addsOf(i)) })),
        );
  if (held === null) return null;
  const codes = Object.fromEntries(
    dimensions.map((dimension, i): [CrossDimension, Codes] => {
      const [stride, size] = [strides[i] as number, sizes[i] as number];
      const code = (place: number) => Math.floor(place / stride) % size;
      return [
        dimension,
        size <= 256 ? Uint8Array.from(held.places, code) : Uint16Array.from(held.places, code),
      ];
    }),
  );
  return { rows: held.places.length, codes, counts: held.counts, keys: held.keys };
};
