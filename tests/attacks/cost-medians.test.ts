/** The middle cost of a few dozen cases, with its limits: somebody who knows every bill but one asks which class that one is in. */
import { groupedMedian } from '@nodp/biostatistics';
import { type DisclosureRule, defaultRule, together } from '@nodp/disclosure';
import { COST_CLASSES, MOST_COST } from '@nodp/warehouse';
import { expect, test } from 'vitest';
import { bandsOf } from '../../subgraphs/statistics/src/prevalence/bands.ts';
import { chance, randomOf, targetsOf } from './world.ts';

const CLASSES = COST_CLASSES.length;
/** The two classes that the bill not known may be in: of a cheap case and of a dear one. */
const [CHEAP, DEAR] = [2, 9] as const;

interface Bill {
  readonly at: number;
  readonly key: number;
}
const figure = (bills: readonly Bill[], rule: DisclosureRule): readonly number[] | null => {
  const counted = (from: number, to: number) => {
    const within = bills.filter(({ at }) => at >= from && at < to);
    const key = within.reduce((sum, one) => (sum + one.key) >>> 0, 0);
    return together([{ count: within.length, key }], rule);
  };
  const bands = bandsOf(counted, rule, CLASSES);
  if (bands.length < 3) return null;
  const { estimate, lower, upper } = groupedMedian(
    bands.map(({ from, to, persons }) => ({
      from: COST_CLASSES[from] as number,
      to: COST_CLASSES[to] ?? MOST_COST,
      count: persons,
    })),
  );
  return [estimate, lower, upper].map((value) => Number(value.toPrecision(2)));
};

/** How often the nearer of the two figures that would be shown without noise says the class. */
const attack = (rule: DisclosureRule, tries: number): number => {
  const random = randomOf(41);
  const still = { ...rule, variance: 0, deviation: 0 };
  let [right, told] = [0, 0];
  while (told < tries) {
    const others = Array.from({ length: 40 + random.below(60) }, () => ({
      at: Math.min(CLASSES - 1, random.poisson(5)),
      key: random.key(),
    }));
    const own = random.key();
    const truth = random.unit() < 0.5 ? CHEAP : DEAR;
    const of = (at: number, by: DisclosureRule) => figure([...others, { at, key: own }], by);
    const shown = of(truth, rule);
    const [cheap, dear] = [of(CHEAP, still), of(DEAR, still)];
    if (shown === null || cheap === null || dear === null) continue;
    told++;
    const far = (figures: readonly number[]) =>
      figures.reduce((sum, value, i) => sum + Math.abs(Math.log(value / (shown[i] as number))), 0);
    const [nearCheap, nearDear] = [far(cheap), far(dear)];
    const guess = nearCheap === nearDear ? random.unit() < 0.5 : nearCheap < nearDear;
    if (guess === (truth === CHEAP)) right++;
  }
  return right / tries;
};

test('the class of one bill is told by the middle and its limits hardly oftener than guessed', () => {
  const tries = targetsOf(1000);
  // One more among dozens shifts a median by a little, noise of two bands by much more.
  expect(attack(defaultRule, tries)).toBeLessThan(chance(0.55, tries));
});

test('without noise it is told whenever the figures differ: the attack is able to succeed', () => {
  expect(attack({ ...defaultRule, variance: 0, deviation: 0 }, 300)).toBeGreaterThan(0.65);
});
