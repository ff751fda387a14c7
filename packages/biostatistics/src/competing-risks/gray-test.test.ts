import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { hasSurvivalData, mgus2 } from '../testing/survival-data.ts';
import { grayTest } from './gray-test.ts';

describe('Gray’s test', () => {
  it.each([
    [{ time: [1, 2], event: [2, 2], group: [0, 1] }, 'no-events'],
    [{ time: [1, 2], event: [1, 2], group: [0, 0] }, 'one-group'],
  ])('refuses %j', (input, code) => {
    expect(() => grayTest(input)).toThrow(expect.objectContaining({ code }));
  });

  it.skipIf(!hasSurvivalData)('mgus2 by sex, as cmprsk computed it', () => {
    const malignancy = grayTest(mgus2());
    expectAgree(
      [malignancy.statistic, malignancy.pValue],
      [1.19450782507551, 0.274422156788004],
      9,
    );
    const death = grayTest({ ...mgus2(), cause: 2 });
    expectAgree([death.statistic, death.pValue], [11.6512590121277, 0.000641590976407924], 9);
  });

  it('does not depend on how groups are numbered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const { time, cause, group } = randomPeople(90, seed);
        const test = grayTest({ time, event: cause, group });
        const turned = grayTest({ time, event: cause, group: group.map((g) => (g + 1) % 3) });
        expectAgree(turned.statistic, test.statistic, 8);
      }),
    );
  });
});

describe.skipIf(!hasR('cmprsk'))('Gray’s test beside cmprsk on random people', () => {
  it.each([
    [60, 81, 0],
    [400, 82, 0],
    [400, 83, 1],
    [1500, 84, 0.5],
  ])('%i people, seed %i, rho %d', (n, seed, rho) => {
    const people = randomPeople(n, seed);
    const r = runR(
      `library(cmprsk)
       give(plain = cuminc(d$time, d$cause, d$group, rho = ${rho})$Tests,
            strata = cuminc(d$time, d$cause, d$group, strata = d$stratum, rho = ${rho})$Tests)`,
      { d: { ...people } },
    );
    const { time, cause, group, stratum } = people;
    const both = (strata?: Uint8Array) => {
      const tests = [1, 2].map((k) =>
        grayTest({ time, event: cause, group, cause: k, rho, strata }),
      );
      return [
        ...tests.map((t) => t.statistic),
        ...tests.map((t) => t.pValue),
        ...tests.map((t) => t.df),
      ];
    };
    expectAgree(both(), r.plain as Float64Array, 7);
    expectAgree(both(stratum), r.strata as Float64Array, 7);
  });
});
