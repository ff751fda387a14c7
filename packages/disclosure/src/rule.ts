/**
 * How counts are protected.
 *
 * `minimumCell`: a smaller count, nobody included, is never shown: whether nobody or a few are behind it would itself tell
 * something of the few. `variance` and `deviation`: every count that is shown was moved by a whole number whose mean is 0,
 * whose variance is `variance` and which is at most `deviation` either way. `never`: what no count is moved to, though the
 * minimum cell were lower.
 *
 * After Thompson, Broadfoot and Elazar (2013), Methodology for the automatic confidentialisation of statistical outputs
 * from remote servers at the Australian Bureau of Statistics (UNECE work session on confidentiality, Ottawa); Giessing and
 * Tent (2019), Concepts for generalising tools implementing the cell key method (UNECE, The Hague).
 */
export interface DisclosureRule {
  readonly minimumCell: number;
  readonly variance: number;
  readonly deviation: number;
  readonly never: readonly number[];
}

/** A variance of 8 is that of rounding to tens (100 / 12), which it replaced: no count became less exact by it. */
export const defaultRule: DisclosureRule = {
  minimumCell: 10,
  variance: 8,
  deviation: 9,
  never: [1, 2],
};
