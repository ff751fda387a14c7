import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { fromR, hasSurvivalData, lung } from '../testing/survival-data.ts';
import type { IntervalType } from './confidence.ts';
import { survivalAt } from './curve.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { kaplanMeierOfCounts } from './kaplan-meier-of-counts.ts';
import { numberAtRisk } from './number-at-risk.ts';

const counted = (time: ArrayLike<number>, event: ArrayLike<number>) => {
  const units = Math.max(...Array.from(time)) + 1;
  const counts = { deaths: new Uint32Array(units), censored: new Uint32Array(units) };
  for (let i = 0; i < time.length; i++) {
    const column = event[i] === 1 ? counts.deaths : counts.censored;
    column[time[i] as number] = (column[time[i] as number] as number) + 1;
  }
  return counts;
};

describe('Kaplan–Meier of counts', () => {
  it('is the worked example: remission of 6-mercaptopurine (Freireich 1963; Gehan 1965)', () => {
    const time = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const event = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const points = kaplanMeierOfCounts(counted(time, event), [5, 6, 10.5, 23, 36]);
    expect(
      points.map((p) => [p.atRisk, p.survival.toFixed(4), p.standardError.toFixed(4)]),
    ).toEqual([
      [21, '1.0000', '0.0000'],
      [21, '0.8571', '0.0764'],
      [13, '0.7529', '0.0963'],
      [6, '0.4482', '0.1346'],
      [0, '0.4482', '0.1346'],
    ]);
    expect(points.map((p) => p.beyondFollowUp)).toEqual([false, false, false, false, true]);
  });

  it('reads what the curve of the people one by one reads', () => {
    const people = fc.array(fc.tuple(fc.nat(60), fc.boolean()), { minLength: 1, maxLength: 80 });
    const times = fc
      .uniqueArray(fc.integer({ min: 0, max: 140 }), { minLength: 1, maxLength: 12 })
      .map((halves) => halves.map((half) => half / 2).sort((a, b) => a - b));
    const type = fc.constantFrom<IntervalType>('plain', 'log', 'log-log');
    fc.assert(
      fc.property(people, times, type, (list, at, interval) => {
        const time = list.map(([unit]) => unit);
        const event = list.map(([, died]) => Number(died));
        const confidence = { type: interval };
        const expected = survivalAt(kaplanMeier({ time, event, confidence }), at);
        const points = kaplanMeierOfCounts(counted(time, event), at, confidence);
        points.forEach(({ atRisk: _, ...point }, i) => {
          const { lower, upper, ...of } = expected[i] as NonNullable<(typeof expected)[0]>;
          expect([point.time, point.beyondFollowUp]).toEqual([of.time, of.beyondFollowUp]);
          expectAgree(point.survival, of.survival, 12);
          expectAgree(point.standardError, of.standardError, 12);
          expect(point.lower === null).toBe(lower === null);
          if (lower !== null) expectAgree(point.lower as number, lower, 12);
          if (upper !== null) expectAgree(point.upper as number, upper, 12);
        });
        const [atRisk] = numberAtRisk({ time, event }, at);
        // At 0 both agree too, because a person seen for 0 units is at risk at 0.
        expect(points.map((p) => p.atRisk)).toEqual([...(atRisk as Float64Array)]);
      }),
    );
  });

  it.each([
    [[0, 0], [0, 0], [1], 'empty'],
    [[1], [1, 0], [1], 'lengths-differ'],
    [[1], [1], [], 'empty'],
    [[1], [1], [-1], 'negative-time'],
    [[1], [1], [2, 1], 'out-of-range'],
  ])('refuses what it cannot use: %j and %j at %j', (deaths, censored, times, code) => {
    const counts = { deaths: Uint32Array.from(deaths), censored: Uint32Array.from(censored) };
    expect(() => kaplanMeierOfCounts(counts, times)).toThrow(expect.objectContaining({ code }));
  });
});

describe.skipIf(!hasSurvivalData)('Kaplan–Meier of counts of R’s lung data', () => {
  it('agrees with survfit', () => {
    const { time, event } = lung();
    for (const point of kaplanMeierOfCounts(counted(time, event), [182.625, 365.25, 730.5])) {
      const of = (what: string) =>
        fromR('lung', 'all', `KM[log] S(${point.time})${what}`) as number;
      expectAgree(point.survival, of(''), 9);
      expectAgree(point.standardError, of(' se'), 9);
      expectAgree(point.lower as number, of(' lower'), 9);
      expectAgree(point.upper as number, of(' upper'), 9);
    }
  });
});
