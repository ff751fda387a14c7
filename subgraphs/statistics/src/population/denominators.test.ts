import { PROVINCES } from '@nodp/terminology/provinces';
import { expect, test } from 'vitest';
import { AGE_STRUCTURE } from './age-structure.ts';
import { personsOf, personYears } from './denominators.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const counted = new Map(
  PROVINCES.flatMap(({ code, population2020: n }) => (n === null ? [] : [[code, n] as const])),
);

test('the structure is that of 1,439,323,774 people, 51.3% of them male (WPP 2019, China 2020)', () => {
  const [female, male] = AGE_STRUCTURE as [Float64Array, Float64Array];
  expect(female).toHaveLength(18);
  expect(sum(female) + sum(male)).toBeCloseTo(1, 12);
  expect(sum(male)).toBeCloseTo(0.513, 3);
  // 6,733,226 women of 85 and more.
  expect(female[17]).toBeCloseTo(6_733_226 / 1_439_323_774, 8);
  expect(male[0]).toBeCloseTo(44_456_332 / 1_439_323_774, 8);
});

test('person-years are persons by years, by sex; provinces add up to the nation', () => {
  const guangdong = counted.get('440000') as number;
  expect(sum(personYears(guangdong, 3, 'EVERYBODY'))).toBeCloseTo(3 * 126_012_510, 3);
  const [women, men] = [personYears(1000, 1, 'FEMALE'), personYears(1000, 1, 'MALE')];
  personYears(1000, 1, 'EVERYBODY').forEach((n, age) => {
    expect(n).toBeCloseTo((women[age] as number) + (men[age] as number), 9);
  });
  const nation = personYears(personsOf(counted, undefined) as number, 1, 'FEMALE');
  const provinces = [...counted.values()].map((n) => personYears(n, 1, 'FEMALE'));
  nation.forEach((n, age) => {
    expect(sum(provinces.map((of) => of[age] as number))).toBeCloseTo(n, 3);
  });
});

test('where one that is chosen was not counted, nobody is', () => {
  expect(personsOf(counted, undefined)).toBe(1_409_778_724);
  expect(personsOf(counted, ['110000', '310000'])).toBe(21_893_095 + 24_870_895);
  expect(personsOf(counted, ['110000', '710000'])).toBeNull();
  expect(personsOf(new Map(), undefined)).toBeNull();
});
