import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { concordance } from './concordance.ts';

describe('concordance', () => {
  it('counts pairs: of four people, five pairs can be compared', () => {
    // The one censored at 2 is compared with the death at 1 only; ties in risk count half.
    const c = concordance({ time: [1, 2, 3, 4], event: [1, 0, 1, 0], risk: [3, 1, 1, 1] });
    expect(c).toMatchObject({ concordant: 3, discordant: 0, tiedRisk: 1, concordance: 0.875 });
  });

  it('refuses data in which nobody can be compared', () => {
    expect(() => concordance({ time: [1, 2], event: [0, 0], risk: [1, 2] })).toThrow(
      expect.objectContaining({ code: 'too-few' }),
    );
  });

  it('is the count over all pairs, one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.boolean(), (seed, truncated) => {
        const { time, event, entry, weight, grade, stratum } = randomPeople(40, seed);
        const c = concordance({
          time,
          event,
          weight,
          risk: grade,
          strata: stratum,
          ...(truncated ? { entry } : {}),
        });
        const totals = { concordant: 0, discordant: 0, tiedRisk: 0 };
        for (let i = 0; i < 40; i++) {
          for (let j = 0; j < 40; j++) {
            const ti = time[i] as number;
            const tj = time[j] as number;
            const free = tj > ti || (tj === ti && event[j] === 0);
            if (!event[i] || !free || stratum[i] !== stratum[j]) continue;
            if (truncated && (entry[j] as number) >= ti) continue;
            const pair = (weight[i] as number) * (weight[j] as number);
            const difference = (grade[i] as number) - (grade[j] as number);
            totals[difference > 0 ? 'concordant' : difference < 0 ? 'discordant' : 'tiedRisk'] +=
              pair;
          }
        }
        expectAgree([c.concordant, c.discordant, c.tiedRisk], Object.values(totals), 10);
      }),
      { numRuns: 40 },
    );
  });
});

describe.skipIf(!hasR('survival'))('concordance beside R', () => {
  it.each([
    [60, 51],
    [700, 52],
  ])('%i people, seed %i', (n, seed) => {
    const people = randomPeople(n, seed);
    const r = runR(
      `library(survival)
       f <- function(c) c(c$concordance, sqrt(c$var))
       give(plain = f(concordance(Surv(time, event) ~ grade, d, reverse = TRUE)),
         full = f(concordance(Surv(entry, time, event) ~ grade + strata(stratum), d, weights = weight,
                              cluster = cluster, reverse = TRUE)))`,
      { d: { ...people } },
    );
    const { time, event, entry, weight, grade, stratum, cluster } = people;
    const plain = concordance({ time, event, risk: grade });
    expectAgree([plain.concordance, plain.standardError], r.plain as Float64Array, 9);
    const full = concordance({ time, event, entry, weight, cluster, strata: stratum, risk: grade });
    expectAgree([full.concordance, full.standardError], r.full as Float64Array, 9);
  });
});
