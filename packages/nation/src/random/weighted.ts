import type { Random } from './random.ts';

/** Things with how often each is drawn. */
export interface Weighted<T> {
  readonly items: readonly T[];
  /** The weights as given, of any sum. */
  readonly weights: readonly number[];
  draw(random: Random): T;
}

export const weighted = <T>(items: readonly T[], weights: readonly number[]): Weighted<T> => {
  if (items.length === 0 || items.length !== weights.length) {
    throw new RangeError(`${items.length} things with ${weights.length} weights`);
  }
  const ends = new Float64Array(weights.length);
  let sum = 0;
  for (const [i, w] of weights.entries()) {
    if (!(w >= 0)) throw new RangeError(`a weight of ${w}`);
    sum += w;
    ends[i] = sum;
  }
  if (sum <= 0) throw new RangeError('all weights are 0');
  return {
    items,
    weights,
    draw: (random) => {
      const at = random.unit() * sum;
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ends[middle] as number) > at) high = middle;
        else low = middle + 1;
      }
      return items[low] as T;
    },
  };
};

/** Reads `C34.1 50, C34.3 35`: each thing, a space and its weight. */
export const shares = (text: string): Weighted<string> => {
  const pairs = text.split(',').map((part) => {
    const at = part.trim().lastIndexOf(' ');
    return [part.trim().slice(0, at), Number(part.trim().slice(at + 1))] as const;
  });
  return weighted(
    pairs.map(([item]) => item),
    pairs.map(([, weight]) => weight),
  );
};
