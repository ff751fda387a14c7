import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence, incidenceAt } from '../../competing-risks/aalen-johansen.ts';
import { randomPeople } from '../../testing/random-people.ts';
import { concordance } from '../concordance.ts';
import { survivalAt } from '../curve.ts';
import { kaplanMeier, kaplanMeierByGroup } from '../kaplan-meier.ts';
import { logRank } from '../log-rank.ts';
import { nelsonAalen } from '../nelson-aalen.ts';
import type { SurvivalInput } from './input.ts';
import { sortedOnce } from './sorted-people.ts';

describe('people sorted once', () => {
  const { time, event, group, stratum, entry, weight } = randomPeople(200, 11);

  it('give every estimator what it gives when it sorts them itself', () => {
    const people = sortedOnce({ time, event, entry });
    expect(kaplanMeierByGroup({ ...people, group })).toEqual(
      kaplanMeierByGroup({ time, event, entry, group }),
    );
    expect(logRank({ ...people, group, strata: stratum })).toEqual(
      logRank({ time, event, entry, group, strata: stratum }),
    );
  });

  it('are refused for other people than those', () => {
    const people = sortedOnce({ time, event });
    const others = { ...people, weight };
    expect(() => kaplanMeier(others)).toThrow(
      expect.objectContaining({ code: 'out-of-range', where: { argument: 'sorted' } }),
    );
  });

  it('of several causes are refused by an estimator of one', () => {
    const people = sortedOnce({ time: [1, 2, 3], event: [0, 1, 2] });
    expect(cumulativeIncidence(people).causes).toHaveLength(2);
    expect(() => kaplanMeier(people)).toThrow(
      expect.objectContaining({ where: { argument: 'event', index: 2 } }),
    );
  });
});

describe('a row of weight 0 stands for nobody', () => {
  it('even when it is the last at risk', () => {
    const incidence = cumulativeIncidence({
      time: [1, 2, 3, 4],
      event: [1, 1, 0, 1],
      weight: [1, 1, 1, 0],
    });
    expect([...(incidence.causes[0]?.incidence ?? [])]).toEqual([1 / 3, 2 / 3]);
    const curve = kaplanMeier({ time: [3, 4], event: [0, 1], weight: [1.5, 0] });
    expect([...curve.survival]).toEqual([1]);
    expect([...curve.upper]).toEqual([1]);
    expect(curve.lastTime).toBe(3);
  });

  it('so that every estimate is that of the other rows, with entries and fractions of people', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.array(fc.constantFrom(0, 0, 0.5, 1, 2.25), { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        (seed, weights, truncated) => {
          fc.pre(weights.some((w) => w > 0));
          const people = randomPeople(40, seed);
          const all: SurvivalInput = {
            time: people.time,
            event: people.event,
            weight: weights,
            entry: truncated ? people.entry : undefined,
          };
          const retained = weights.flatMap((w, i) => (w > 0 ? [i] : []));
          const only = (values: ArrayLike<number>) => retained.map((i) => values[i] as number);
          const others: SurvivalInput = {
            time: only(people.time),
            event: only(people.event),
            weight: only(weights),
            entry: truncated ? only(people.entry) : undefined,
          };
          const times = [0.5, 1, 2, 3, 5, 8, 13];
          expect(survivalAt(kaplanMeier(all), times)).toEqual(
            survivalAt(kaplanMeier(others), times),
          );
          expect(nelsonAalen(all).hazard).toEqual(nelsonAalen(others).hazard);
          const causes = (input: SurvivalInput, event: ArrayLike<number>) =>
            incidenceAt(cumulativeIncidence({ ...input, event, causes: 3 }), 1, times);
          expect(causes(all, people.cause)).toEqual(causes(others, only(people.cause)));
          const pairs = (input: SurvivalInput, risk: ArrayLike<number>) => {
            try {
              return concordance({ ...input, risk });
            } catch (error) {
              return (error as { code: string }).code;
            }
          };
          expect(pairs(all, people.marker)).toEqual(pairs(others, only(people.marker)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a near tie that leaves an interval without length', () => {
  it('is named by the row and the numbers that were given', () => {
    const input = {
      time: [2, 4, 7, 3.000000001],
      entry: [0, 1, 2, 3],
      event: [1, 1, 1, 1],
    };
    expect(() => kaplanMeier(input)).toThrow(
      expect.objectContaining({
        where: { argument: 'entry', index: 3 },
        message: expect.stringContaining('is 3 and time 3.000000001'),
      }),
    );
  });
});
