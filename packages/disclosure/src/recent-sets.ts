import { scattered } from './counted.ts';
import { areNear, type Printed } from './fingerprint.ts';

/** Sets remembered for one account and release unless said otherwise; the oldest make room. */
const MOST = 8192;

/**
 * The sets that an account asked lately. A set that differs from one of them by fewer persons than the minimum cell is
 * answered as that one: noise alone does not keep it, since an answer that changes at all tells that the set changed.
 *
 * Sets that differ by up to twice as many may be answered so as well: how many it takes is drawn from the keys of the two.
 * Were it always the same number, a set that differs by exactly so many, with a person joined, would be the next oracle.
 */
export class RecentSets {
  /** By count: sets whose counts differ by twice the minimum cell are not near. */
  readonly #byCount = new Map<number, Printed[]>();
  readonly #order: Printed[] = [];
  readonly #few: number;
  readonly #most: number;

  /**
   * @param few sets that differ by fewer persons are near
   * @param most sets are remembered
   */
  constructor(few: number, most: number = MOST) {
    this.#few = few;
    this.#most = most;
  }

  #near(set: Printed): Printed | null {
    for (let off = 0; off < 2 * this.#few; off++)
      for (const count of off === 0 ? [set.count] : [set.count - off, set.count + off])
        for (const known of this.#byCount.get(count) ?? [])
          if (areNear(known, set, this.#few + (scattered(known.key ^ set.key) % this.#few)))
            return known;
    return null;
  }

  #add(set: Printed): void {
    const known = this.#byCount.get(set.count);
    if (known === undefined) this.#byCount.set(set.count, [set]);
    else known.push(set);
    this.#order.push(set);
    if (this.#order.length <= this.#most) return;
    const oldest = this.#order.shift() as Printed;
    const left = (this.#byCount.get(oldest.count) ?? []).filter((other) => other !== oldest);
    if (left.length === 0) this.#byCount.delete(oldest.count);
    else this.#byCount.set(oldest.count, left);
  }

  /** The set to be answered: the near one that was asked first, else the set itself, which is remembered. Nobody is always nobody. */
  answer(set: Printed): Printed {
    if (set.count === 0) return set;
    const known = this.#near(set);
    if (known !== null) return known;
    this.#add(set);
    return set;
  }
}
