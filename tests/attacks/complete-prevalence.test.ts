/** Complete prevalence over limited-duration prevalence as an equation for the ages of those alive. */
import { counted, type DisclosureRule, defaultRule, type Keyed, partOf } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { type Band, bandsOf } from '../../subgraphs/statistics/src/prevalence/bands.ts';
import {
  completeOverLimited,
  ratesOf,
} from '../../subgraphs/statistics/src/prevalence/complete.ts';
import { cellOf, chance, randomOf, targetsOf } from './world.ts';

const DURATION = 10;
const lived = new Float64Array(18).fill(100_000);
/** Known to the attacker: everybody falls ill alike and nobody dies of it. */
const incidence = ratesOf([{ from: 0, to: 18, persons: 1800 }], lived);
const still: DisclosureRule = { minimumCell: 1, variance: 0, deviation: 0, never: [] };
/** Ages that patients alive have: 20–24 and 70–74. */
const [YOUNG, OLD] = [4, 14] as const;

const ratioOf = (bands: readonly Band[]): number | null =>
  completeOverLimited(bands, incidence, lived, () => 1, DURATION);
const timesIn = (from: number, to: number): number => ratioOf([{ from, to, persons: 1 }]) as number;

interface Told {
  readonly limited: number | null;
  readonly times: number | null;
}
interface Way {
  readonly tells: (set: Keyed, young: number, old: number, rule: DisclosureRule) => Told;
  /** What the ratio is of the young alone, and of the old alone: public. */
  readonly young: number;
  readonly old: number;
}

const within = (young: number, old: number, from: number, to: number): number =>
  (from <= YOUNG && YOUNG < to ? young : 0) + (from <= OLD && OLD < to ? old : 0);

/** As the measure tells it: ages in bands as they may be shown. */
const banded: Way = {
  young: timesIn(0, YOUNG + 1),
  old: timesIn(YOUNG + 1, 18),
  tells: (set, young, old, rule) => {
    const of = counted(set, rule);
    const all = partOf(of, 310, young + old, rule);
    const bands = bandsOf(
      (from, to) => partOf(of, 1000 + 19 * from + to, within(young, old, from, to), rule),
      rule,
    );
    return { limited: all.count + all.moved, times: bands.length === 0 ? null : ratioOf(bands) };
  },
};

/** As it was: exact ages, the ratio to one decimal. */
const exact: Way = {
  young: timesIn(YOUNG, YOUNG + 1),
  old: timesIn(OLD, OLD + 1),
  tells: (set, young, old, rule) => {
    const all = partOf(counted(set, rule), 310, young + old, rule);
    const times = ratioOf([
      { from: YOUNG, to: YOUNG + 1, persons: young },
      { from: OLD, to: OLD + 1, persons: old },
    ]);
    return { limited: all.count + all.moved, times: times && Number(times.toFixed(1)) };
  },
};

/**
 * Finds how many of one age are among those of another from the two figures.
 * @param least how many there are at least: fewer than the minimum, or more
 */
const attack = (
  { tells, young: low, old: high }: Way,
  [few, least]: readonly ['young' | 'old', number],
  tries: number,
  rule: DisclosureRule,
) => {
  const random = randomOf(77);
  let [found, guessed] = [0, 0];
  for (let i = 0; i < tries; i++) {
    const hidden = least + random.poisson(4);
    const others = 20 + random.poisson(15);
    const [young, old] = few === 'young' ? [hidden, others] : [others, hidden];
    const { limited, times } = tells(cellOf(hidden + others, random), young, old, rule);
    if (limited === null || times === null) continue;
    const share = (few === 'young' ? high - times : times - low) / (high - low);
    if (Math.round(limited * share) === hidden) found++;
    if (hidden === least + 4) guessed++;
  }
  return { found: found / tries, guessed: guessed / tries };
};

const TARGETS = [
  ['young', 0],
  ['old', 0],
  ['young', 12],
  ['old', 12],
] as const;

test.each(TARGETS)(
  'complete over limited finds how many are %s, %i at least, no oftener than guessed',
  (...target) => {
    const tries = targetsOf(1000);
    const { found, guessed } = attack(banded, target, tries, defaultRule);
    expect(found).toBeLessThan(chance(guessed, tries));
  },
);

test.each(['young', 'old'] as const)(
  'exact ages would give the %s away, and so would bands that nothing protects: the attack is able to succeed',
  (few) => {
    const { found, guessed } = attack(exact, [few, 0], 300, defaultRule);
    expect(found).toBeGreaterThan(2 * guessed);
    expect(attack(banded, [few, 12], 300, still).found).toBeGreaterThan(2 * guessed);
  },
);
