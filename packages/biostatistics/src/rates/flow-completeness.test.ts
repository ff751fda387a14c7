import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { type FlowInterval, flowCompleteness } from './flow-completeness.ts';

const interval = (of: Partial<FlowInterval>): FlowInterval => ({
  ...{ deaths: 0, withdrawn: 0, registered: 0, diedUnregistered: 0 },
  ...{ certificates: 10, mentions: 10, ...of },
});

test('nobody dies: missing are those who wait', () => {
  const [first, second] = flowCompleteness(100, [
    interval({ registered: 80 }),
    interval({ registered: 15 }),
  ]);
  expect(first).toEqual({
    completeness: expect.closeTo(0.8),
    missing: expect.closeTo(0.2),
    lost: 0,
  });
  expect(second?.completeness).toBeCloseTo(0.95);
});

test('half die before any report; of their certificates three in four name the cancer', () => {
  const [one] = flowCompleteness(100, [
    interval({ deaths: 50, diedUnregistered: 50, registered: 50, certificates: 4, mentions: 3 }),
  ]);
  // U falls from 1 to 1 − 50 / 75 = ⅓, ⅔ on average: lost ½ · ⅔ · ¼, missing ½ · ⅓.
  expect(one?.lost).toBeCloseTo(1 / 12);
  expect(one?.missing).toBeCloseTo(1 / 6);
  expect(one?.completeness).toBeCloseTo(3 / 4);
});

test('everybody registered at once is complete; without a certificate nothing can be said', () => {
  expect(flowCompleteness(10, [interval({ registered: 10, deaths: 10 })])[0]?.missing).toBe(0);
  expect(() => flowCompleteness(10, [interval({ certificates: 0, mentions: 0 })])).toThrow(
    /certificate/,
  );
  expect(() => flowCompleteness(0, [])).toThrow(/patients/);
});

const someone = fc.record({
  death: fc.double({ min: 0, max: 8, noNaN: true }),
  lost: fc.double({ min: 0, max: 8, noNaN: true }),
  report: fc.double({ min: 0, max: 8, noNaN: true }),
  named: fc.boolean(),
});
const STEPS = 10;
/** Patients laid out in half-years. */
const laidOut = (
  people: readonly { death: number; lost: number; report: number; named: boolean }[],
) =>
  Array.from({ length: STEPS }, (_, i): FlowInterval => {
    const within = (years: number) => years >= i / 2 && years < (i + 1) / 2;
    const dead = people.filter(({ death, lost }) => death <= lost);
    const certified = dead.filter(({ death, report }) => report <= death && within(death));
    return {
      deaths: dead.filter(({ death }) => within(death)).length,
      withdrawn: people.filter(({ death, lost }) => death > lost && within(lost)).length,
      registered: people.filter(
        ({ death, lost, report }) => (death > lost || report <= death) && within(report),
      ).length,
      diedUnregistered: dead.filter(({ death, report }) => report > death && within(death)).length,
      certificates: certified.length,
      mentions: certified.filter(({ named }) => named).length,
    };
  });

test('shares of one whole: completeness, missing and lost; more named certificates lose nobody more', () => {
  fc.assert(
    fc.property(fc.array(someone, { minLength: 1, maxLength: 40 }), (people) => {
      const intervals = laidOut(people);
      fc.pre(intervals.some(({ certificates }) => certificates > 0));
      const told = flowCompleteness(people.length, intervals);
      const all = flowCompleteness(
        people.length,
        intervals.map((one) => ({ ...one, mentions: one.certificates })),
      );
      told.forEach(({ completeness, missing, lost }, i) => {
        expect(completeness + missing + lost).toBeCloseTo(1);
        expect(Math.min(missing, lost)).toBeGreaterThanOrEqual(0);
        expect(completeness).toBeGreaterThanOrEqual(-1e-9);
        expect(all[i]?.lost).toBe(0);
      });
    }),
  );
});

describe.skipIf(!hasR())('agrees with R', () => {
  test('a cohort of 4,000 by tables that R makes of its patients', () => {
    let state = 7;
    const unit = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state + 0.5) / 2_147_483_648;
    };
    const people = Array.from({ length: 4000 }, () => ({
      death: -Math.log(unit()) / 0.25,
      lost: 4 + 4 * unit(),
      report: -Math.log(unit()) / 1.5,
      named: unit() < 0.8,
    }));
    const r = runR(
      `
      dead <- d$death <= d$lost
      end <- pmin(d$death, d$lost)
      cuts <- seq(0, ${STEPS / 2}, 0.5)
      count <- function(x) as.numeric(table(cut(x, cuts, right = FALSE)))
      life <- function(n, event, leaving) {
        n0 <- n - c(0, cumsum(event + leaving)[-length(event)])
        cumprod(1 - event / (n0 - leaving / 2))
      }
      S <- life(nrow(d), count(end[dead]), count(end[!dead]))
      inlife <- !dead | d$report <= d$death
      U <- life(nrow(d), count(d$report[inlife]), count(d$death[!inlife]))
      known <- dead & inlife
      M <- count(d$death[known & d$named == 1]) / count(d$death[known])
      f <- -diff(c(1, S)); u <- (c(1, U[-length(U)]) + U) / 2
      lost <- cumsum(f * u * (1 - M))
      give(completeness = 1 - S * U - lost, lost = lost)`,
      {
        d: {
          death: people.map(({ death }) => death),
          lost: people.map(({ lost }) => lost),
          report: people.map(({ report }) => report),
          named: people.map(({ named }) => Number(named)),
        },
      },
    );
    const told = flowCompleteness(people.length, laidOut(people));
    told.forEach(({ completeness, lost }, i) => {
      expect(completeness).toBeCloseTo(r.completeness?.[i] as number, 9);
      expect(lost).toBeCloseTo(r.lost?.[i] as number, 9);
    });
    // As it was made: five years on 1 − e^−1.25·e^−7.5 less those lost, 0.2 · 0.25 / 1.75 of all.
    expect(told.at(-1)?.completeness).toBeCloseTo(1 - 0.2 * (0.25 / 1.75), 1);
  });
});
