/** Parts of a doubling whose powers stand in a table. */
const PARTS = 64;
const PART_POWERS = Float64Array.from({ length: PARTS }, (_, part) => 2 ** (part / PARTS));
/** Beyond these the result, or a step to it, leaves the normal numbers. */
const GREATEST = 700;
const GREATEST_POWER = 1023;
const POWERS = Float64Array.from(
  { length: 2 * GREATEST_POWER + 1 },
  (_, at) => 2 ** (at - GREATEST_POWER),
);
const PER_PART = PARTS / Math.LN2;
/** ln 2 / 64 in two: the first so short that its product with a whole number is exact; ln 2 is Math.LN2 + 2.319e-17. */
const PART_HIGH = Math.fround(Math.LN2 / PARTS);
const PART_LOW = Math.LN2 / PARTS - PART_HIGH + 2.3190468138462996e-17 / PARTS;
/** Added and taken away again, it rounds to a whole number. */
const ROUND = 1.5 * 2 ** 52;

/**
 * eˣ of many values, in a quarter of the time of `Math.exp`: x = (64 m + k) ln 2 / 64 + r, eˣ = 2ᵐ 2^(k/64) eʳ, the last by
 * its Taylor polynomial as |r| ≤ 0.0055 (Tang 1989). Right within two units of the last place.
 *
 * @param into where they go, which may be `values` itself
 * @param from of the first; `to` after the last
 */
export function exponentials(
  values: Float64Array,
  into: Float64Array,
  from = 0,
  to = values.length,
): void {
  for (let i = from; i < to; i++) {
    const x = values[i] as number;
    if (!(x > -GREATEST && x < GREATEST)) {
      into[i] = Math.exp(x);
      continue;
    }
    const parts = x * PER_PART + ROUND - ROUND;
    const r = x - parts * PART_HIGH - parts * PART_LOW;
    const whole = parts | 0;
    const rest = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720)))));
    const part = PART_POWERS[whole & (PARTS - 1)] as number;
    into[i] = (part + part * rest) * (POWERS[(whole >> 6) + GREATEST_POWER] as number);
  }
}
