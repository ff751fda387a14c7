/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What is drawn from a generator. */
export interface Draw {
  number(): number;
  /** 0 to below `below`. */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export const drawing = (seed: number): Draw => {
  const number = seeded(seed);
  const whole = (below: number): number => Math.floor(number() * below);
  return {
    number,
    whole,
    chance: (probability) => number() < probability,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('Nothing to pick from.');
      return from[whole(from.length)] as (typeof from)[number];
    },
  };
};
