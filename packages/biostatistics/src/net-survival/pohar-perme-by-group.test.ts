import { expect, it } from 'vitest';
import { rowAt } from '../survival/curve.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { type Patients, selectPatients } from './patients.ts';
import { poharPerme } from './pohar-perme.ts';
import { poharPermeByGroup } from './pohar-perme-by-group.ts';
import { gompertzTable, randomPatients } from './testing/synthetic.ts';

const table = gompertzTable();
const at = Array.from({ length: 121 }, (_, month) => month * 30.4375);

const late = (patients: Patients): Patients => ({
  ...patients,
  // A third from diagnosis, a third on a day of the grid, a third in between.
  entry: Float64Array.from(patients.time, (time, i) =>
    i % 3 === 0 ? 0 : i % 3 === 1 && time > 488 ? 487 : Math.floor((time * (i % 10)) / 10),
  ),
});

it.each<[string, Patients, number]>([
  ['whole days', randomPatients(1200, 5), 2e-6],
  ['instants', randomPatients(1200, 6, 'exact'), 2e-6],
  ['whole days, entered late', late(randomPatients(1200, 7)), 2e-6],
  ['a dozen a group, entered late', late(randomPatients(40, 8)), 2e-5],
])('is poharPerme of each group, in closed form: %s', (_, patients, near) => {
  const n = patients.time.length;
  const group = Uint8Array.from({ length: n }, (_, i) => (i * i) % 3);
  const groups = 4;
  const curves = poharPermeByGroup(table, patients, group, groups, { at });
  for (const g of new Set(group)) {
    const rows = Array.from(group.keys()).filter((i) => group[i] === g);
    const own = selectPatients(patients, rows);
    const net = poharPerme(table, own, { integration: 'exact', at });
    const { time, status: event, entry } = own;
    const km = kaplanMeier({ time, event, ...(entry && { entry }) });
    at.forEach((day, m) => {
      const cell = g * at.length + m;
      const row = rowAt(net.time, day);
      const survival = net.survival[row] ?? 1;
      expect(Math.abs((curves.survival[cell] as number) - survival)).toBeLessThan(near);
      const error = survival === 0 ? 0 : (net.standardError[row] ?? 0) / survival;
      expect(Math.sqrt(curves.logVariance[cell] as number)).toBeCloseTo(error, 4);
      expect(curves.observed[cell]).toBeCloseTo(km.survival[rowAt(km.time, day)] ?? 1, 12);
      const inside = rows.filter(
        (i) => (patients.entry?.[i] ?? 0) <= day && (patients.time[i] as number) >= day,
      );
      expect(curves.atRisk[cell]).toBe(inside.length);
      const dead = rows.filter(
        (i) => patients.status[i] === 1 && (patients.time[i] as number) <= day,
      );
      expect(curves.deaths[cell]).toBe(dead.length);
    });
  }
  // Of the last group there is nobody.
  expect(curves.survival[3 * at.length + 60]).toBe(1);
  expect(curves.atRisk[3 * at.length]).toBe(0);
});

it('deaths on the day of diagnosis count, and a group that died out stays as it was', () => {
  const patients = {
    ...{ time: [0, 0, 10, 40], status: [1, 0, 1, 1], stratum: [0, 0, 1, 1] },
    ...{ age: [2e4, 2e4, 2e4, 2e4], date: [1e4, 1e4, 1e4, 1e4] },
  };
  const { deaths, observed, survival } = poharPermeByGroup(table, patients, [0, 0, 0, 0], 1, {
    at: [0, 30, 60, 90],
  });
  expect([...deaths]).toEqual([1, 2, 3, 3]);
  [0.75, 0.375, 0, 0].forEach((s, m) => {
    expect(observed[m]).toBeCloseTo(s, 12);
  });
  expect(survival[2]).toBe(0);
});

it.each([
  [{ at: [1, 2] }, 'at'],
  [{ at: [0, 5, 5] }, 'at'],
])('a grid has to ascend from 0: %j', (options) => {
  const patients = { time: [9], status: [1], age: [2e4], date: [1e4], stratum: [0] };
  expect(() => poharPermeByGroup(table, patients, [0], 1, options)).toThrow(
    expect.objectContaining({ code: 'out-of-range' }),
  );
});
