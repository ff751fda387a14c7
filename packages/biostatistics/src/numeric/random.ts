/** Numbers evenly spread over [0, 1), the same for the same seed. */
export type Random = () => number;

/**
 * Small fast counting generator sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, passes
 * the usual test batteries. For permutation tests and simulation, not for secrets.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, (seed / 2 ** 32) | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Puts values into random order, in place (Fisher–Yates). */
export function shuffle(values: Float64Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const retained = values[i] as number;
    values[i] = values[j] as number;
    values[j] = retained;
  }
}
