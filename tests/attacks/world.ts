import { addPerson, joined, type Keyed, type Printed, printed, SUMS } from '@nodp/disclosure';

/** Numbers that look random and are the same in every run (xorshift32). */
export const randomOf = (seed: number) => {
  let state = seed >>> 0 || 1;
  const unit = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    unit,
    below: (n: number) => Math.floor(unit() * n),
    key: () => Math.floor(unit() * 2 ** 32),
    /** Poisson, by Knuth's product of uniforms. */
    poisson: (mean: number) => {
      const limit = Math.exp(-mean);
      let [n, product] = [0, unit()];
      while (product > limit) {
        product *= unit();
        n++;
      }
      return n;
    },
  };
};

/** Persons with keys of their own, as the platform gives them and no attacker knows. */
export const cellOf = (persons: number, random: ReturnType<typeof randomOf>): Keyed =>
  joined(Array.from({ length: persons }, () => ({ count: 1, key: random.key() })));

/** A set of numbered persons as the platform knows it. */
export const setOf = (persons: Iterable<number>, keys: Int32Array): Printed => {
  const sums = new Int32Array(SUMS);
  let count = 0;
  for (const person of persons) {
    addPerson(sums, person % SUMS, keys[person] as number);
    count++;
  }
  return printed(count, sums);
};

/** Three standard errors of a share. */
export const chance = (share: number, tries: number): number =>
  share + 3 * Math.sqrt(Math.max(share * (1 - share), 0.01) / tries);

/** Solves A x = b in least squares by the normal equations, a little of the identity added. */
export const leastSquares = (
  rows: readonly (readonly number[])[],
  b: readonly number[],
): number[] => {
  const n = (rows[0] as readonly number[]).length;
  const m = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n + 1 }, (__, j) =>
      rows.reduce(
        (sum, row, k) =>
          sum + (row[i] as number) * (j === n ? (b[k] as number) : (row[j] as number)),
        i === j ? 1e-6 : 0,
      ),
    ),
  );
  for (let i = 0; i < n; i++) {
    const pivot = m[i] as number[];
    for (let k = i + 1; k < n; k++) {
      const row = m[k] as number[];
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let j = i; j <= n; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = m[i] as number[];
    let rest = row[n] as number;
    for (let j = i + 1; j < n; j++) rest -= (row[j] as number) * (x[j] as number);
    x[i] = rest / (row[i] as number);
  }
  return x;
};

/** Targets of an attack: some in every run of the tests, a thousand with `npm run attack`. */
export const targetsOf = (few: number): number =>
  process.env.npm_lifecycle_event === 'attack' ? Math.max(1000, few) : few;
