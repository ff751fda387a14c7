import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BiostatisticsError } from '../errors.ts';
import { expectedSurvivalOfOne } from '../life-table/expected-survival-of-one.ts';
import { lifeTable } from '../life-table/life-table.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { relativeSurvivalAt } from './curve.ts';
import { edererI } from './ederer-1.ts';
import { edererII } from './ederer-2.ts';
import { hakulinen } from './hakulinen.ts';
import { netLogRank } from './net-log-rank.ts';
import { type Patients, selectPatients } from './patients.ts';
import { poharPerme } from './pohar-perme.ts';
import { poharPermePiecewise } from './pohar-perme-piecewise.ts';
import { gompertzTable } from './testing/synthetic.ts';

const table = gompertzTable();
const immortal = lifeTable({ ...table, hazards: table.hazards.map(() => 0) });
const methods = { poharPerme, edererI, edererII, hakulinen };

const patient = fc.record({
  time: fc.oneof(
    fc.integer({ min: 0, max: 6000 }),
    fc.integer({ min: 0, max: 48_000 }).map((k) => k / 8),
  ),
  status: fc.integer({ min: 0, max: 1 }),
  age: fc.double({ min: 0, max: 110 * 365, noNaN: true }),
  date: fc.integer({ min: 5000, max: 20_000 }),
  stratum: fc.integer({ min: 0, max: 1 }),
});
const people = (least: number) =>
  fc.array(patient, { minLength: least, maxLength: 40 }).map((rows): Patients => {
    const column = (name: keyof (typeof rows)[number]) => Float64Array.from(rows, (r) => r[name]);
    return {
      time: column('time'),
      status: column('status'),
      age: column('age'),
      date: column('date'),
      stratum: column('stratum'),
    };
  });

const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 9) => {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) {
    const scale = Math.max(1, Math.abs(b[k] as number));
    expect((a[k] as number) / scale).toBeCloseTo((b[k] as number) / scale, digits);
  }
};

/** Λ̂_E at the last time straight from the definition, with nothing shared but the life table. */
function bySummation(patients: Patients, last: number): number {
  const n = patients.time.length;
  const expected = (i: number, t: number) =>
    expectedSurvivalOfOne(
      table,
      {
        age: patients.age[i] as number,
        date: patients.date[i] as number,
        stratum: patients.stratum[i] as number,
      },
      t,
    );
  const step = 0.25;
  let hazard = 0;
  for (let t = 0; t < last; t += step) {
    let weights = 0;
    let population = 0;
    let deaths = 0;
    let atExit = 0;
    for (let i = 0; i < n; i++) {
      if ((patients.time[i] as number) <= t) continue;
      const middle = 1 / expected(i, t + step / 2);
      weights += middle;
      population += middle * (Math.log(expected(i, t)) - Math.log(expected(i, t + step)));
      const end = patients.time[i] as number;
      if (end <= t + step && patients.status[i] === 1) deaths += 1 / expected(i, end);
      atExit += 1 / expected(i, t + step);
    }
    if (weights > 0) hazard += deaths / atExit - population / weights;
  }
  return hazard;
}

describe('what always holds of relative and net survival', () => {
  it('told between exits, changes by the population’s mortality alone, and is the same at exits', () => {
    fc.assert(
      fc.property(people(2), fc.array(fc.integer({ min: 0, max: 6000 })), (patients, days) => {
        const at = Float64Array.from(days).sort();
        for (const method of [poharPerme, edererII]) {
          const options = { integration: 'exact', form: 'exponential' } as const;
          const plain = method(table, patients, options);
          const told = method(table, patients, { ...options, at });
          const there = (time: number) => plain.time.includes(time);
          const rows = Array.from(told.time.keys()).filter((k) => there(told.time[k] as number));
          close(
            rows.map((k) => told.survival[k] as number),
            plain.survival,
            7,
          );
          expect(told.events.reduce((a, b) => a + b, 0)).toBe(
            plain.events.reduce((a, b) => a + b, 0),
          );
        }
      }),
      { numRuns: 40 },
    );
    const one = { time: [3000], status: [0], age: [20_000], date: [9000], stratum: [0] };
    const curve = poharPerme(table, one, { at: [1000], integration: 'exact' });
    expect(curve.survival[0]).toBeCloseTo(
      1 / expectedSurvivalOfOne(table, { age: 20_000, date: 9000, stratum: 0 }, 1000),
      9,
    );
  });

  for (const [name, estimate] of Object.entries(methods)) {
    it(`${name}: without deaths in the population it is Kaplan–Meier`, () => {
      fc.assert(
        fc.property(people(1), (patients) => {
          const km = kaplanMeier({ time: patients.time, event: patients.status });
          const points = relativeSurvivalAt(estimate(immortal, patients), km.time);
          close(
            points.map((p) => p.survival),
            km.survival,
            12,
          );
        }),
        { numRuns: 60 },
      );
    });

    it(`${name}: the order of patients does not matter, nor do weights of 1, nor doubling all`, () => {
      fc.assert(
        fc.property(people(1), fc.infiniteStream(fc.nat()), (patients, keys) => {
          const n = patients.time.length;
          const key = Array.from({ length: n }, () => keys.next().value as number);
          const rows = key.map((_, i) => i).sort((a, b) => (key[a] as number) - (key[b] as number));
          const curve = estimate(table, patients);
          close(estimate(table, selectPatients(patients, rows)).survival, curve.survival);
          const weight = new Float64Array(n).fill(1);
          expect(estimate(table, { ...patients, weight }).survival).toEqual(curve.survival);
          const twice = estimate(table, selectPatients(patients, [...rows, ...rows]));
          close(twice.survival, curve.survival);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('closed integration is the definition: quarter-day sums of everybody give the same', () => {
    fc.assert(
      fc.property(people(5), (drawn) => {
        const patients = {
          ...drawn,
          time: Array.from(drawn.time, (t) => 1 + Math.floor(4 * (t % 300)) / 4),
        };
        const curve = poharPerme(table, patients, { integration: 'exact', form: 'exponential' });
        const last = curve.time.length - 1;
        const direct = bySummation(patients, curve.time[last] as number);
        expect(Math.abs(Math.log(curve.survival[last] as number) + direct)).toBeLessThan(1e-4);
      }),
      { numRuns: 15 },
    );
  });

  it('equal patients of one cell: all estimators of net and relative survival agree', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2 }), (times) => {
        const flat = lifeTable({ ages: [0], years: [0], hazards: [2e-4] });
        const zero = new Float64Array(times.length);
        const status = Float64Array.from(times, (_, i) => i % 2);
        const same = { time: times, status, age: zero, date: zero, stratum: zero };
        const curve = poharPerme(flat, same, { integration: 'exact' });
        close(edererI(flat, same).survival, curve.survival);
        const km = kaplanMeier({ time: times, event: status });
        close(
          curve.survival,
          km.survival.map((s, j) => s / Math.exp(-2e-4 * (km.time[j] as number))),
        );
      }),
    );
  });

  it('the test does not depend on how groups are numbered, and equal groups do not differ', () => {
    fc.assert(
      fc.property(people(6), (patients) => {
        fc.pre(Array.prototype.includes.call(patients.status, 1));
        const n = patients.time.length;
        const twice = selectPatients(
          patients,
          Array.from({ length: 2 * n }, (_, i) => i % n),
        );
        const group = Float64Array.from({ length: 2 * n }, (_, i) => (i < n ? 0 : 1));
        const same = netLogRank(table, twice, group);
        expect(same.statistic).toBeCloseTo(0, 9);
        expect(same.pValue).toBeCloseTo(1, 4);
      }),
      { numRuns: 40 },
    );
    const patients = {
      time: [5, 9, 12, 20],
      status: [1, 1, 0, 1],
      age: [20000, 25000, 22000, 21000],
      date: [8000, 8000, 8000, 8000],
      stratum: [0, 1, 0, 1],
    };
    const one = netLogRank(table, patients, [0, 0, 1, 1]);
    expect(netLogRank(table, patients, [1, 1, 0, 0]).statistic).toBeCloseTo(one.statistic, 12);
  });
});

describe('bad input gets a typed error', () => {
  const good = {
    time: [10, 20],
    status: [1, 0],
    age: [20000, 21000],
    date: [8000, 8100],
    stratum: [0, 1],
  };
  const cases: [string, string, () => unknown][] = [
    ['lengths-differ', 'age', () => poharPerme(table, { ...good, age: [1] })],
    [
      'empty',
      'time',
      () => poharPerme(table, { time: [], status: [], age: [], date: [], stratum: [] }),
    ],
    ['negative-time', 'time', () => edererI(table, { ...good, time: [-1, 2] })],
    ['not-finite', 'age', () => edererII(table, { ...good, age: [Number.NaN, 2] })],
    ['out-of-range', 'status', () => hakulinen(table, { ...good, status: [2, 0] })],
    ['out-of-range', 'stratum', () => poharPerme(table, { ...good, stratum: [0, 2] })],
    ['out-of-range', 'entry', () => poharPerme(table, { ...good, entry: [10, 0] })],
    ['out-of-range', 'entry', () => edererI(table, { ...good, entry: [5, 0] })],
    ['out-of-range', 'precision', () => poharPerme(table, good, { precision: 0 })],
    ['out-of-range', 'level', () => poharPerme(table, good, { confidence: { level: 1 } })],
    ['out-of-range', 'finalDate', () => hakulinen(table, good, { finalDate: 0 })],
    ['out-of-range', 'breaks', () => poharPermePiecewise(table, good, { breaks: [1, 2] })],
    ['one-group', 'group', () => netLogRank(table, good, [0, 0])],
    ['no-events', 'status', () => netLogRank(table, { ...good, status: [0, 0] }, [0, 1])],
    ['out-of-range', 'weight', () => poharPerme(table, { ...good, weight: [0, 0] })],
  ];
  for (const [code, argument, call] of cases) {
    it(`${argument}: ${code}`, () => {
      try {
        call();
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(BiostatisticsError);
        expect((error as BiostatisticsError).code).toBe(code);
        expect((error as BiostatisticsError).where.argument).toBe(argument);
      }
    });
  }
});
