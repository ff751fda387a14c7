import type { Estimate } from '@nodp/biostatistics';
import { type Counted, type DisclosureRule, movedTogether } from '@nodp/disclosure';

/** Names of the moves of a figure: of its estimate, and of the width of its interval. */
export type Salts = readonly [estimate: number, width: number];

/**
 * An estimate from cases weighed by age, moved in proportion by the noise of a count, another for each figure: several
 * figures of the same cases are no equations for the cases by age. The width of the interval is moved by itself for the same
 * reason. Null where it is moved to nought.
 * @param ages exact, by 18 ages
 * @param of their number with its move
 */
export const movedRate = (
  ages: Float64Array,
  unknownAge: number,
  of: Counted,
  [ofEstimate, ofWidth]: Salts,
  rule: DisclosureRule,
  rate: (ages: Float64Array, unknownAge: number) => Estimate,
): Estimate | null => {
  const moved = (salt: number): Estimate => {
    const all = movedTogether(Float64Array.of(...ages, unknownAge), of, salt, rule);
    return rate(all.subarray(0, -1), all.at(-1) as number);
  };
  const { estimate } = moved(ofEstimate);
  const wide = moved(ofWidth);
  if (!(estimate > 0 && wide.estimate > 0)) return null;
  const scale = estimate / wide.estimate;
  return {
    estimate,
    standardError: wide.standardError * scale,
    lower: wide.lower * scale,
    upper: wide.upper * scale,
  };
};
