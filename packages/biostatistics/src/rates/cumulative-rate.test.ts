import { describe, expect, it } from 'vitest';
import { ageGroups18, ageGroups19 } from './age-groups.ts';
import { cumulativeRate } from './cumulative-rate.ts';

describe('cumulative rate and risk', () => {
  it('adds five years of every rate up to 74: 15 groups of 1 per 1,000 make 7.5 %', () => {
    const years = ageGroups18.map(() => 1000);
    const cases = ageGroups18.map(() => 1);
    const { rate, risk } = cumulativeRate(cases, years, ageGroups18);
    expect(rate.estimate).toBeCloseTo(7.5, 12);
    expect(risk.estimate).toBeCloseTo(100 * (1 - Math.exp(-0.075)), 12);
    // √(15 · 25 · 1/1000²), per cent
    expect(rate.standardError).toBeCloseTo(100 * Math.sqrt(15 * 25e-6), 12);
    expect(risk.upper).toBeCloseTo(100 * (1 - Math.exp(-rate.upper / 100)), 12);
  });

  it('weighs infants by one year and 1–4 by four', () => {
    const years = ageGroups19.map(() => 1000);
    const cases = ageGroups19.map((_, group) => (group < 2 ? 1 : 0));
    const { rate } = cumulativeRate(cases, years, ageGroups19, { span: [0, 15] });
    expect(rate.estimate).toBeCloseTo(0.5, 12);
  });

  it('spreads unknown ages and takes any span of whole groups', () => {
    const years = ageGroups18.map(() => 1000);
    const cases = ageGroups18.map(() => 1);
    const some = cumulativeRate(cases, years, ageGroups18, { span: [40, 65], unknownAge: 9 });
    expect(some.rate.estimate).toBeCloseTo(2.5 * 1.5, 12);
    expect(() => cumulativeRate(cases, years, ageGroups18, { span: [0, 90] })).toThrow(
      /ages 0 to 90/,
    );
  });

  it('cannot use ages nobody was observed at', () => {
    const years = ageGroups18.map((age) => (age === 70 ? 0 : 1000));
    const cases = ageGroups18.map(() => 1);
    expect(() => cumulativeRate(cases, years, ageGroups18)).toThrow(/personYears\[14\]/);
    expect(cumulativeRate(cases, years, ageGroups18, { span: [0, 70] }).rate.estimate).toBeCloseTo(
      7,
    );
  });
});
