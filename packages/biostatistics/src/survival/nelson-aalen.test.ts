import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { nelsonAalen } from './nelson-aalen.ts';

describe('Nelson–Aalen', () => {
  it('adds deaths over those at risk; tied deaths one after the other when asked', () => {
    const data = { time: [1, 2, 2, 3, 4], event: [1, 1, 1, 0, 1] };
    expectAgree(
      nelsonAalen({ ...data, rows: 'events' }).hazard,
      [1 / 5, 1 / 5 + 2 / 4, 1 / 5 + 2 / 4 + 1],
      12,
    );
    const spread = nelsonAalen({ ...data, ties: 'fleming-harrington', rows: 'events' });
    expectAgree(spread.hazard, [1 / 5, 1 / 5 + 1 / 4 + 1 / 3, 1 / 5 + 1 / 4 + 1 / 3 + 1], 12);
    expectAgree(spread.standardError[1] as number, Math.sqrt(1 / 25 + 1 / 16 + 1 / 9), 12);
  });

  it('refuses a level outside (0, 1)', () => {
    expect(() => nelsonAalen({ time: [1], event: [1], confidence: { level: 95 } })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe.skipIf(!hasR('survival'))('Nelson–Aalen beside R', () => {
  it.each([
    [50, 61],
    [900, 62],
  ])('%i people, seed %i', (n, seed) => {
    const people = randomPeople(n, seed);
    const r = runR(
      `library(survival)
       f <- function(s) c(s$cumhaz, s$std.chaz, s$surv)
       give(aalen = f(survfit(Surv(entry, time, event) ~ 1, d, ctype = 1, stype = 2)),
            fh = f(survfit(Surv(time, event) ~ 1, d, ctype = 2, stype = 2)),
            weighted = f(survfit(Surv(time, event) ~ 1, d, weights = group + 1, ctype = 1, stype = 2)))`,
      { d: { ...people } },
    );
    const { time, event, entry, group } = people;
    const flat = (h: ReturnType<typeof nelsonAalen>) => [
      ...h.hazard,
      ...h.standardError,
      ...h.survival,
    ];
    expectAgree(flat(nelsonAalen({ time, event, entry })), r.aalen as Float64Array, 9);
    expectAgree(
      flat(nelsonAalen({ time, event, ties: 'fleming-harrington' })),
      r.fh as Float64Array,
      9,
    );
    const weight = Array.from(group, (g) => g + 1);
    expectAgree(flat(nelsonAalen({ time, event, weight })), r.weighted as Float64Array, 9);
  });
});
