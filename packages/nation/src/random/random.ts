import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance: the same key gives the same stream, on any machine and in any order. */
export interface Random {
  /** Uniform on [0, 1). */
  unit(): number;
  /** Uniform on 0 … n − 1. */
  below(n: number): number;
  /** Uniform on from … to, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** 32 random bits, unsigned. */
  bits(): number;
}

/** One step of SplitMix32's output function (a bijection of 32 bits): spreads neighbouring keys apart. */
const spread = (x: number): number => {
  let z = (x + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
};

/**
 * @param seed of the nation, 32 bits
 * @param key what the stream is for, e.g. a patient's number; two keys of a seed never share a state
 */
export const random = (seed: number, key: number, purpose = 0): Random => {
  const a = spread(seed);
  const b = spread(key);
  const g = xoroshiro128plusFromState([
    spread(a ^ purpose),
    b,
    spread(b ^ a),
    spread(b + Math.imul(a, 0x9e3779b1) + purpose) | 1,
  ]);
  let spare = Number.NaN;
  const unit = () => (g.next() >>> 0) / 4294967296;
  const self: Random = {
    unit,
    below: (n) => Math.floor(unit() * n),
    between: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    chance: (probability) => unit() < probability,
    pick: <T>(list: readonly T[]): T => list[Math.floor(unit() * list.length)] as T,
    normal: () => {
      if (!Number.isNaN(spare)) {
        const retained = spare;
        spare = Number.NaN;
        return retained;
      }
      for (;;) {
        const u = 2 * unit() - 1;
        const v = 2 * unit() - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) {
          const f = Math.sqrt((-2 * Math.log(s)) / s);
          spare = v * f;
          return u * f;
        }
      }
    },
    exponential: () => -Math.log(1 - unit()),
    bits: () => g.next() >>> 0,
  };
  for (let i = 0; i < 4; i++) g.next();
  return self;
};
