/** Blocks of more records than this are of values that say nothing (an unknown day, a ward's telephone), and are left out. */
const LARGEST_BLOCK = 500;

/**
 * The pairs of records that share a blocking key, each once.
 * @param keysOf the keys of a record
 * @returns pairs of indices, the lower first
 */
export const candidatePairs = (
  keys: readonly (readonly string[])[],
  largest: number = LARGEST_BLOCK,
): [number, number][] => {
  const blocks = new Map<string, number[]>();
  keys.forEach((own, i) => {
    for (const key of new Set(own)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    }
  });
  const found = new Set<number>();
  const size = keys.length;
  for (const block of blocks.values()) {
    if (block.length > largest) continue;
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++)
        found.add((block[i] as number) * size + (block[j] as number));
  }
  return [...found].sort((a, b) => a - b).map((pair) => [Math.floor(pair / size), pair % size]);
};

/** Pairs drawn at random, by a generator of numbers from 0 to 1. */
export const randomPairs = (
  size: number,
  pairs: number,
  random: () => number,
): [number, number][] => {
  if (size < 2) return [];
  return Array.from({ length: pairs }, () => {
    const a = Math.floor(random() * size);
    const b = Math.floor(random() * (size - 1));
    return [a, b < a ? b : b + 1];
  });
};
