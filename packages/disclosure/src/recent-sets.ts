import { scattered } from './counted.ts';
import { areNear, areSame, type Printed } from './fingerprint.ts';

/** Sets remembered for one account and release unless said otherwise; the oldest make room. */
const MOST = 8192;

interface Remembered {
  readonly set: Printed;
  /** The question that the set is of; null where it stands alone. */
  readonly question: string | null;
}

/**
 * The sets that an account asked lately. A set that differs from one of them by fewer persons than the minimum cell is
 * answered as that one: noise alone does not keep it, since an answer that changes at all tells that the set changed.
 *
 * Sets that differ by up to twice as many may be answered so as well: how many it takes is drawn from the keys of the two.
 * Were it always the same number, a set that differs by exactly so many, with a person joined, would be the next oracle.
 */
export class RecentSets {
  /** By count: sets whose counts differ by twice the minimum cell are not near. */
  readonly #byCount = new Map<number, Remembered[]>();
  readonly #order: Remembered[] = [];
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

  #same(set: Printed): Printed | null {
    return this.#byCount.get(set.count)?.find((known) => areSame(known.set, set))?.set ?? null;
  }

  #near(set: Printed, question: string | null): Printed | null {
    for (let off = 0; off < 2 * this.#few; off++)
      for (const count of off === 0 ? [set.count] : [set.count - off, set.count + off])
        for (const known of this.#byCount.get(count) ?? [])
          if (
            (question === null || known.question !== question) &&
            areNear(known.set, set, this.#few + (scattered(known.set.key ^ set.key) % this.#few))
          )
            return known.set;
    return null;
  }

  #add(remembered: Remembered): void {
    const { count } = remembered.set;
    const known = this.#byCount.get(count);
    if (known === undefined) this.#byCount.set(count, [remembered]);
    else known.push(remembered);
    this.#order.push(remembered);
    if (this.#order.length <= this.#most) return;
    const oldest = this.#order.shift() as Remembered;
    const left = (this.#byCount.get(oldest.set.count) ?? []).filter((other) => other !== oldest);
    if (left.length === 0) this.#byCount.delete(oldest.set.count);
    else this.#byCount.set(oldest.set.count, left);
  }

  /**
   * The set to be answered: the same or a near one that was asked before, else the set itself, which is remembered. Nobody is always nobody.
   * @param question sets of one question (those at risk in one year and the next) are not near each other
   */
  answer(set: Printed, question: string | null = null): Printed {
    if (set.count === 0) return set;
    const known = this.#same(set) ?? this.#near(set, question);
    if (known !== null) return known;
    this.#add({ set, question });
    return set;
  }
}
