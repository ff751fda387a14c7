import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { randomPeople } from '../testing/random-people.ts';
import { conditionalSurvival } from './conditional-survival.ts';
import { survivalAt } from './curve.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { landmark } from './landmark.ts';

describe('conditional survival', () => {
  it('of those who lived 2 of 4 years: three of the four left live on', () => {
    const curve = kaplanMeier({ time: [1, 2, 3, 4, 5, 5], event: [1, 1, 1, 0, 0, 0] });
    const [point] = conditionalSurvival(curve, 2, [2]);
    expectAgree(point?.survival as number, 3 / 4, 12);
    expectAgree(point?.standardError as number, Math.sqrt((0.75 * 0.25) / 4), 12);
  });

  it('is the Kaplan–Meier curve of the landmark set, interval and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const { time, event } = randomPeople(120, seed);
        const from = 8;
        const further = [0, 2, 5, 9];
        const conditional = conditionalSurvival(kaplanMeier({ time, event }), from, further);
        const retained = landmark({ time, event }, from);
        const direct = survivalAt(kaplanMeier(retained), further);
        conditional.forEach((point, i) => {
          for (const what of ['survival', 'standardError', 'lower', 'upper'] as const) {
            expectAgree(point[what] ?? Number.NaN, direct[i]?.[what] ?? Number.NaN, 9);
          }
        });
      }),
    );
  });

  it('refuses a time nobody lived to', () => {
    const curve = kaplanMeier({ time: [1, 2], event: [1, 1] });
    expect(() => conditionalSurvival(curve, 2, [1])).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe('landmark analysis', () => {
  it('keeps who is at risk beyond the landmark, clock set back, and says how many it left out', () => {
    const set = landmark({ time: [1, 6, 7, 9], event: [1, 0, 1, 0], entry: [0, 0, 2, 8] }, 6);
    expect([...set.row]).toEqual([2, 3]);
    expect([...set.time]).toEqual([1, 3]);
    expect([...(set.entry ?? [])]).toEqual([0, 2]);
    expect(set.excluded).toEqual({ events: 1, censored: 1 });
  });

  it('refuses a landmark beyond everybody', () => {
    expect(() => landmark({ time: [1, 2], event: [1, 0] }, 2)).toThrow(
      expect.objectContaining({ code: 'too-few' }),
    );
  });
});
