import { describe, expect, it } from 'vitest';
import {
  completenessIndex,
  completePrevalence,
  followUpEnd,
  prevalenceByCounting,
  prevalenceProportion,
} from './prevalence.ts';

describe('prevalence by counting on 1 January 2020', () => {
  const { died, alive, lost } = followUpEnd;
  const people = {
    //          alive   died    alive   lost    after   died later  long ago
    diagnosed: [2018.3, 2016.1, 2012.0, 2017.5, 2020.4, 2019.0, 1990.0],
    ended: [2021.0, 2019.9, 2021.0, 2018.5, 2021.0, 2020.0, 2021.0],
    how: [alive, died, alive, lost, alive, died, alive],
  };

  it('five years: only those diagnosed within them and known alive', () => {
    const count = prevalenceByCounting(people, { at: 2020, duration: 5 });
    expect(count).toEqual({ alive: 1, lost: 1, fromLost: 0, prevalent: 1 });
  });

  it('complete: everyone ever registered', () => {
    expect(prevalenceByCounting(people, { at: 2020, duration: Infinity }).alive).toBe(3);
  });

  it('gives the lost their conditional chance of being alive', () => {
    // Lost one year after diagnosis, wanted 2.5 years after it.
    const survival = (years: number) => Math.exp(-0.2 * years);
    const count = prevalenceByCounting(people, { at: 2020, duration: 5, survival });
    expect(count.fromLost).toBeCloseTo(Math.exp(-0.2 * 1.5), 12);
    expect(count.prevalent).toBeCloseTo(1 + Math.exp(-0.3), 12);
  });

  it('does not take dates that contradict one another', () => {
    const broken = { diagnosed: [2015], ended: [2014], how: [died] };
    expect(() => prevalenceByCounting(broken, { at: 2020, duration: 5 })).toThrow(/ended\[0\]/);
    const unknown = { diagnosed: [2015], ended: [2016], how: [7] };
    expect(() => prevalenceByCounting(unknown, { at: 2020, duration: 5 })).toThrow(/how\[0\]/);
  });

  it('per 100,000 people, with exact limits', () => {
    const rate = prevalenceProportion(10, 200_000);
    expect(rate.estimate).toBe(5);
    expect(rate.upper).toBeCloseTo(9.1952, 3);
  });
});

describe('from limited to complete', () => {
  it('is the share of the living that the registry can have seen', () => {
    // Constant incidence, everyone survives: at age 60 a 20-year-old registry has seen 20 of 61 years.
    const incidence = new Float64Array(80).fill(1);
    expect(completenessIndex(incidence, () => 1, 60, 20)).toBeCloseTo(20 / 61, 12);
    // Nobody survives 20 years: it has seen everyone.
    const short = (_age: number, years: number) => (years < 20 ? 1 : 0);
    expect(completenessIndex(incidence, short, 60, 20)).toBe(1);
    expect([...completePrevalence([10, 30], [0.5, 1])]).toEqual([20, 30]);
    expect(() => completePrevalence([10], [0])).toThrow(/completeness\[0\]/);
  });
});
