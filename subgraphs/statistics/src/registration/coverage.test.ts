import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { rateBasis } from './in-words.ts';
import type { AreaYear } from './registration.ts';

const area = (region: string, year: number, of: Partial<AreaYear> = {}): AreaYear => ({
  registry: `R${region}`,
  region,
  year,
  lived: [new Float64Array(18).fill(1000), new Float64Array(18).fill(2000)],
  completeness: 0.95,
  closedOn: `${year + 1}-12-31`,
  ...of,
});
const [guangdong, shanghai, hongKong] = ['440000', '310000', '810000'];
const sum = (ages: Float64Array | null) => ages?.reduce((a, b) => a + b, 0) ?? null;

describe('numerator and denominator are of the same people', () => {
  const coverage = coverageOf(
    [area(guangdong, 2021), area(guangdong, 2022), area(shanghai, 2022)],
    '2024-06-30',
  );
  test('a case counts by its residence in a covered year', () => {
    expect(coverage.counts(2021, guangdong)).toBe(true);
    expect(coverage.counts(2021, shanghai)).toBe(false);
    expect(coverage.counts(2022, hongKong)).toBe(false);
    expect(coverage.counts(2022, null)).toBe(false);
    expect(coverage.counts(null, guangdong)).toBe(false);
  });
  test('person-years are of those areas and years, by the sex at risk', () => {
    expect(sum(coverage.lived({}, 'EVERYBODY'))).toBe(3 * 18 * 3000);
    expect(sum(coverage.lived({ fromYear: 2022 }, 'FEMALE'))).toBe(2 * 18 * 1000);
    expect(sum(coverage.lived({ regions: [shanghai, hongKong] }, 'MALE'))).toBe(18 * 2000);
    expect(coverage.lived({ regions: [hongKong] }, 'EVERYBODY')).toBeNull();
    // Asked again, and for others in between, it is the same.
    expect(sum(coverage.lived({ fromYear: 2022 }, 'MALE'))).toBe(2 * 18 * 2000);
    expect(sum(coverage.lived({ toYear: 2022 }, 'FEMALE'))).toBe(3 * 18 * 1000);
    expect(sum(coverage.lived({ fromYear: 2022 }, 'FEMALE'))).toBe(2 * 18 * 1000);
  });
});

describe('a year is whole as its registry says, not by how even its months are', () => {
  const stateOf = (of: Partial<AreaYear>, builtOn = '2024-06-30') =>
    coverageOf([area(guangdong, 2022, of)], builtOn).absent({ regions: [guangdong] });
  test.each([
    ['closed and complete', {}, null],
    ['closed on the day of the build', { closedOn: '2024-06-30' }, null],
    ['closed after the build', { closedOn: '2024-07-01' }, 'NOT_COMPLETE'],
    ['still open', { closedOn: null }, 'NOT_COMPLETE'],
    ['nine in ten reported', { completeness: 0.9 }, null],
    ['fewer', { completeness: 0.899 }, 'NOT_COMPLETE'],
  ])('%s', (_, of, absent) => expect(stateOf(of)).toBe(absent));
  test('of an area or a year that nobody registers it is said', () => {
    const coverage = coverageOf([area(guangdong, 2022)], '2024-06-30');
    expect(coverage.absent({ regions: [hongKong] })).toBe('NOT_REGISTERED');
    expect(coverage.absent({ toYear: 2021 })).toBe('NOT_REGISTERED');
    expect(coverageOf([], '2024-06-30').absent({})).toBe('NOT_REGISTERED');
  });
});

test('whose rates they are is said in both languages, and why there is none', () => {
  const coverage = coverageOf(
    [area(guangdong, 2019), area(guangdong, 2021, { completeness: 0.98 }), area(guangdong, 2022)],
    '2024-06-30',
  );
  const sources = new Map([['R440000', { en: 'Census of Guangdong', zh: '广东省人口普查' }]]);
  const { en, zh } = rateBasis(coverage, { regions: [guangdong, hongKong] }, sources);
  expect(en).toContain('1 area under population-based registration by 1 registry, 2019, 2021–2022');
  expect(en).toContain('162,000 person-years, registration 95–98% complete');
  expect(en).toContain('in no rate: 1 of the areas chosen');
  expect(en).toContain('Census of Guangdong');
  expect(zh).toContain('共16.2万人年');
  expect(rateBasis(coverage, { regions: [hongKong] }, sources).en).toMatch(/^There is no rate/);
});
