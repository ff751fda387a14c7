/** Tables that differ by a filter alone: whether anybody is left out by it, of whom few are. */
import { defaultRule, discloseCounted, type Keyed } from '@nodp/disclosure';
import type { Crossings, Division } from '@nodp/warehouse';
import { expect, test } from 'vitest';
import { countedAt } from '../../subgraphs/statistics/src/measures/cells.ts';
import { sharesOfCounts } from '../../subgraphs/statistics/src/measures/shares.ts';
import { countCases } from '../../subgraphs/statistics/src/sources/release/count.ts';
import { countTold } from '../../subgraphs/statistics/src/sources/release/wider.ts';
import type {
  CountAsked,
  EventCounts,
  Source,
} from '../../subgraphs/statistics/src/sources/source.ts';
import { cellOf, chance, randomOf, targetsOf } from './world.ts';

const random = randomOf(53);
const source = { rule: defaultRule } as Source;
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  sex: ['FEMALE', 'MALE', null],
  province: ['440000', null],
  malignant: [false, true],
  registered: [false, true],
};

interface Case {
  readonly key: number;
  /** Place of its value on each dimension. */
  readonly at: Readonly<Record<string, number>>;
}

/** Cases as a release has them, crossed one by one. */
const crossingsOf = (cases: readonly Case[]): Crossings =>
  ({
    values: (dimension: string) => VALUES[dimension] ?? [],
    count: (divisions: readonly Division[]) => {
      const length = divisions.reduce((product, { size }) => product * size, 1);
      const [counts, keys] = [new Uint32Array(length), new Uint32Array(length)];
      for (const { key, at } of cases) {
        let cell = 0;
        for (const { dimension, place, size } of divisions) {
          const own = place[at[dimension] as number] as number;
          cell = own < 0 || cell < 0 ? -1 : cell * size + own;
        }
        if (cell < 0) continue;
        counts[cell] = (counts[cell] as number) + 1;
        keys[cell] = (keys[cell] as number) + key;
      }
      return { counts, keys };
    },
  }) as unknown as Crossings;

const asked = (chosen: CountAsked['chosen'], more: Partial<CountAsked> = {}): CountAsked => ({
  ...{ events: 'CASES', axes: [], chosen, sexes: false, ages: false, registered: false },
  ...more,
});

type Ask = (crossings: Crossings, asked: CountAsked) => EventCounts;
const asTold: Ask = (crossings, question) => countTold(crossings, question, defaultRule);

/** How often it is found whether somebody is left out, of cells in which half have one to three. */
const found = (
  targets: number,
  leftOut: Readonly<Record<string, number>>,
  questions: readonly [CountAsked, CountAsked],
  ask: Ask,
): number => {
  let right = 0;
  for (let i = 0; i < targets; i++) {
    const inside = { sex: 0, province: 0, malignant: 1, registered: 1 };
    const there = random.unit() < 0.5;
    const cases = Array.from({ length: 20 + random.below(300) }, () => ({
      key: random.key(),
      at: inside,
    }));
    for (let n = there ? 1 + random.below(3) : 0; n > 0; n--)
      cases.push({ key: random.key(), at: { ...inside, ...leftOut } });
    const crossings = crossingsOf(cases);
    const [one, other] = questions.map(
      (question) => discloseCounted(countedAt(source, ask(crossings, question), 0)).value,
    );
    if ((one !== other) === there) right++;
  }
  return right / targets;
};

const FILTERS = [
  ['of the other sex', { sex: 1 }, [asked({}), asked({ SEX: ['FEMALE'] })]],
  ['of unknown sex', { sex: 2 }, [asked({}), asked({ SEX: ['FEMALE'] })]],
  ['of unknown residence', { province: 1 }, [asked({}), asked({ PROVINCE: ['440000'] })]],
  ['in no registered area', { registered: 0 }, [asked({}), asked({}, { registered: true })]],
  [
    'of unknown residence, among women of whom a man was left out',
    { province: 1, sex: 1 },
    [asked({}), asked({ SEX: ['FEMALE'], PROVINCE: ['440000'] })],
  ],
] as const;

test.each(FILTERS)(
  'a few %s: the table with the filter and without it tell nothing of them',
  (_, leftOut, questions) => {
    const targets = targetsOf(300);
    expect(found(targets, leftOut, questions, asTold)).toBeLessThan(chance(0.5, targets));
  },
);

test('by noise alone they would: the attack is able to succeed', () => {
  expect(
    found(300, { sex: 1 }, [asked({}), asked({ SEX: ['FEMALE'] })], countCases),
  ).toBeGreaterThan(0.8);
});

test('rates of women beside the count of everybody tell nothing of a few men', () => {
  let right = 0;
  const targets = targetsOf(300);
  for (let i = 0; i < targets; i++) {
    const there = random.unit() < 0.5;
    const women = cellOf(20 + random.below(300), random);
    const men = cellOf(there ? 1 + random.below(3) : 0, random);
    const sets: readonly Keyed[] = [women, men, { count: 0, key: 0 }];
    const bySex = {
      ...{ parts: 1, sexes: 3, ages: 1 },
      counts: sets.map(({ count }) => count),
      keys: sets.map(({ key }) => key),
    };
    const told = (of: 'FEMALE' | 'EVERYBODY') =>
      discloseCounted(countedAt(source, bySex, 0, of)).value;
    if ((told('FEMALE') !== told('EVERYBODY')) === there) right++;
  }
  expect(right / targets).toBeLessThan(chance(0.5, targets));
});

test('rounds of screening: those with a result beside those tested tell nothing of a few without', () => {
  let right = 0;
  const targets = targetsOf(300);
  const codes = ['POSITIVE', 'NEGATIVE', 'INCONCLUSIVE'];
  for (let i = 0; i < targets; i++) {
    const there = random.unit() < 0.5;
    const sets = [
      cellOf(15 + random.below(60), random),
      cellOf(100 + random.below(300), random),
      cellOf(there ? 1 + random.below(3) : 0, random),
    ];
    const counts: EventCounts = {
      ...{ parts: 1, sexes: 1, ages: 1 },
      counts: sets.map(({ count }) => count),
      keys: sets.map(({ key }) => key >>> 0),
    };
    const of = (rest: readonly string[]) =>
      sharesOfCounts({ ...source, protection: 'MOVED' }, [], counts, codes, {
        ...{ dimension: 'STAGE', part: ['POSITIVE'], rest },
      }).cells[0]?.denominator;
    const [resulted, tested] = [of(['NEGATIVE']), of(['NEGATIVE', 'INCONCLUSIVE'])];
    if ((resulted !== tested) === there) right++;
  }
  expect(right / targets).toBeLessThan(chance(0.5, targets));
});
