import { DAYS_PER_YEAR, lifeTable } from '@nodp/biostatistics';
import { describe, expect, test } from 'vitest';
import { netCurve } from './net-curve.ts';

/** One in ten of the population dies in a year, at every age, of either sex. */
const hazard = 0.1 / DAYS_PER_YEAR;
const table = lifeTable({
  ages: [0],
  years: [0],
  factors: [{ name: 'sex', categories: ['female', 'male'] }],
  hazards: [hazard, hazard],
});

/** Patients of 80 who die at a hazard of so many times that of the population, all seen to their end. */
const patients = (times: number, n = 4000) => {
  const quantile = (i: number) => -Math.log(1 - (i + 0.5) / n) / (hazard * times);
  const same = <T>(value: T): T[] => Array.from({ length: n }, () => value);
  return {
    sets: {
      time: Float64Array.from({ length: n }, (_, i) => quantile(i)),
      event: Uint8Array.from(same(1)),
      row: Int32Array.from({ length: n }, (_, i) => i),
      key: Int32Array.from({ length: n }, (_, i) => i + 1),
    },
    cases: {
      sex: {
        values: ['FEMALE', 'MALE'],
        codes: Uint8Array.from({ length: n }, (_, i) => 1 + (i % 2)),
      },
      numbers: {
        age: { values: [80], codes: Uint8Array.from(same(1)) },
        diagnosis_year: { values: [2015], codes: Uint8Array.from(same(1)) },
        diagnosis_month: { values: [3], codes: Uint8Array.from(same(1)) },
        age_group: { values: [], codes: Uint8Array.from(same(0)) },
        case_number: { values: [], codes: new Uint8Array(0) },
        direct_cost: { values: [], codes: new Uint8Array(0) },
        registered_days: { values: [], codes: new Uint8Array(0) },
        out_of_pocket_cost: { values: [], codes: new Uint8Array(0) },
      },
    },
  };
};

const at = (times: number, month: number) => {
  const { sets, cases } = patients(times);
  return netCurve(sets, cases, table, 60).points.find(({ time }) => time === month);
};

describe('net survival', () => {
  test('who die as the population does have none of it taken by the cancer, though many died', () => {
    const point = at(1, 60);
    expect(point?.survival).toBeCloseTo(1, 1);
    expect(point?.deaths).toBeGreaterThan(1500);
  });

  test('a doubled hazard leaves what the excess alone would leave: e^(−0.1) after a year', () => {
    expect(at(2, 12)?.survival).toBeCloseTo(Math.exp((-0.1 * 12 * 30.4375) / DAYS_PER_YEAR), 2);
  });

  test('it begins at 1 with everybody at risk', () => {
    expect(at(2, 0)).toEqual({ time: 0, survival: 1, deaths: 0, atRisk: 4000 });
  });

  test('whose age is not known is left out, and told by its row', () => {
    const { sets, cases } = patients(1, 10);
    cases.numbers.age.codes[3] = 0;
    const { points, leftOut } = netCurve(sets, cases, table, 12);
    expect(leftOut).toEqual([3]);
    expect(points[0]?.atRisk).toBe(9);
  });

  test('of nobody there is no curve', () => {
    const { sets, cases } = patients(1, 3);
    cases.numbers.age.codes.fill(0);
    expect(netCurve(sets, cases, table, 12).points).toEqual([]);
  });
});
