import { type Counted, moveAgain } from './counted.ts';
import { isSmall } from './disclosed.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

/** The logarithm of a ratio of hazards or rates, with the events on either side of it: exact. */
export interface LogRatio {
  readonly value: number;
  readonly standardError: number;
  /** Events at the level, and at the one it is compared with. */
  readonly events: number;
  readonly reference: number;
}

declare const passed: unique symbol;

/** A ratio that may leave. Made here and nowhere else. */
export interface DisclosedRatio {
  /** Three significant digits, as its limits. */
  readonly value: number;
  /** Limits of the 95% interval, the noise included. */
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, of the ratio as it is shown. */
  readonly z: number;
  readonly [passed]: true;
}

const Z = 1.959963984540054;
const DIGITS = 3;
/** Names of the two sides, so that each has moves of its own. */
const LEVEL = 211;
const REFERENCE = 212;

const atLeastOne = (events: number): number => Math.max(1, events);

/**
 * A ratio as it may leave: moved as if some more or fewer of the events had happened on either side, by the noise of a count
 * (the logarithm of a rate of d events moves by 1/d for each of them), and rounded; null where either side has fewer events
 * than the minimum cell. Its interval is as wide as noise and chance together, of the events as they were moved: a standard
 * error is nearly √(1/d + 1/d₀), and that of the exact events would tell them. The moves are a function of all persons of the
 * model: a model with one person more is moved anew everywhere, so that two of them have no difference to be read.
 *
 * @param of the persons of the model
 * @param name of the ratio: another one of the same persons has other moves
 */
export const discloseRatio = (
  of: Counted,
  { value, standardError, events, reference }: LogRatio,
  name: number,
  rule: DisclosureRule = defaultRule,
): DisclosedRatio | null => {
  const { minimumCell, variance } = rule;
  if (isSmall(of, rule) || events < minimumCell || reference < minimumCell) return null;
  const salt = (side: number) => side + Math.imul(name + 1, 0x10001);
  const [own, other] = [moveAgain(of, salt(LEVEL), rule), moveAgain(of, salt(REFERENCE), rule)];
  const moved = value + own / events - other / reference;
  const [shownEvents, shownReference] = [atLeastOne(events + own), atLeastOne(reference + other)];
  const chance =
    standardError ** 2 * ((1 / shownEvents + 1 / shownReference) / (1 / events + 1 / reference));
  const error = Math.sqrt(chance + variance / shownEvents ** 2 + variance / shownReference ** 2);
  const shown = (log: number) => Number(Math.exp(log).toPrecision(DIGITS));
  return {
    value: shown(moved),
    lower: shown(moved - Z * error),
    upper: shown(moved + Z * error),
    z: moved / error,
  } as DisclosedRatio;
};
