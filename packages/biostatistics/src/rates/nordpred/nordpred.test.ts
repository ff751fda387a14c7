import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../../testing/r.ts';
import { fitAgePeriodCohort, nordpred, nordpredHoldBack } from './index.ts';

// Colon cancer in Norwegian men, 1958–62 … 1993–97, ages 0–4 … 85+, and the population then and
// projected to 2018–22: the example data of the Cancer Registry of Norway's Nordpred functions.
// biome-ignore format: a row an age group
const casesByAge = [
  [1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 0, 0, 0, 0], [1, 0, 0, 1, 3, 0, 1, 3],
  [1, 4, 2, 3, 3, 2, 4, 3], [4, 1, 6, 6, 6, 11, 7, 7], [13, 11, 6, 12, 15, 26, 14, 10], [27, 16, 18, 15, 29, 22, 31, 18],
  [32, 37, 32, 28, 40, 50, 64, 71], [54, 75, 73, 73, 75, 72, 122, 112], [66, 103, 128, 139, 125, 134, 185, 190],
  [105, 124, 197, 210, 257, 254, 230, 269], [189, 212, 252, 283, 369, 442, 446, 436], [197, 258, 303, 358, 484, 603, 683, 668],
  [223, 286, 376, 403, 554, 663, 754, 880], [192, 262, 312, 402, 502, 640, 775, 913], [146, 160, 215, 278, 337, 415, 513, 615],
  [81, 95, 122, 151, 209, 278, 328, 379],
];
// biome-ignore format: a row an age group
const peopleByAge = [
  [788390, 812469, 843723, 775060, 668972, 655654, 728227, 778873, 873348, 848993, 820877, 790336, 809194],
  [777140, 784976, 806838, 847413, 780627, 674954, 664727, 739328, 872131, 886946, 867053, 841510, 811690],
  [813040, 777482, 786292, 809695, 851267, 784491, 681164, 673141, 766849, 885178, 904476, 887038, 862162],
  [683575, 803332, 777349, 787879, 813101, 855490, 790010, 689232, 727955, 779880, 902371, 924116, 907433],
  [538600, 699263, 800478, 779377, 790614, 819188, 864619, 797559, 855577, 743060, 799278, 924326, 946856],
  [502370, 535604, 682157, 803977, 784165, 800519, 839854, 877005, 969693, 870813, 763492, 822737, 948347],
  [566355, 496204, 524825, 683003, 805773, 790520, 814045, 846886, 1055486, 977908, 884492, 780258, 840107],
  [644480, 556945, 502130, 524612, 681795, 807197, 792664, 813552, 1031615, 1059334, 986600, 896034, 793223],
  [646515, 631049, 556540, 499268, 521501, 678823, 801806, 787600, 952658, 1028080, 1058863, 988896, 900021],
  [611295, 637710, 627735, 548327, 492159, 515113, 668376, 791411, 931972, 941649, 1018418, 1050326, 982440],
  [557560, 595542, 614229, 610704, 533388, 479757, 501728, 653967, 1000369, 912216, 924060, 1000962, 1033345],
  [492515, 537045, 566747, 586258, 582960, 509987, 459090, 484947, 846442, 965743, 883862, 897549, 973978],
  [431390, 458963, 492421, 525500, 544181, 541542, 474969, 432389, 638818, 797311, 912290, 838722, 854552],
  [343930, 384477, 404139, 436073, 466083, 483657, 483473, 429937, 519477, 576091, 723504, 831074, 768754],
  [245435, 288059, 312464, 330728, 360216, 385143, 403209, 409518, 439926, 438425, 491123, 622937, 719867],
  [162360, 183099, 207063, 227431, 242728, 266643, 287034, 307467, 341085, 334515, 338655, 385367, 496228],
  [97340, 100759, 110357, 125859, 140434, 151699, 166839, 183972, 208674, 222138, 223189, 231565, 269620],
  [53430, 59244, 61661, 67450, 79837, 91208, 100301, 109464, 139137, 149943, 167189, 181038, 198142],
];
const byPeriod = (rows: readonly number[][], from: number, to: number) =>
  Array.from({ length: to - from }, (_, period) => rows.map((row) => row[from + period] as number));
const table = { cases: byPeriod(casesByAge, 0, 8), personYears: byPeriod(peopleByAge, 0, 8) };
const future = byPeriod(peopleByAge, 8, 13);
const totals = (cases: readonly Float64Array[]) =>
  cases.map((byAge) => byAge.reduce((a, b) => a + b, 0));

// Age group 4 (20–24) is the first modelled, group 5 the first projected: the registry's example.
const ages = { firstModelledAge: 4, firstProjectedAge: 5 };

describe("colon cancer in Norwegian men, beside the registry's own functions (Nordpred 1.1 in R)", () => {
  it('four periods, recent trend: the published example', () => {
    const { cases, fit, recentPValue } = nordpred(table, future, {
      ...ages,
      periods: [4],
      recent: true,
    });
    expect(fit.goodnessOfFit).toBeCloseTo(0.545003411, 8);
    expect(fit.deviance).toBeCloseTo(22.57474007, 7);
    expect(recentPValue).toBeCloseTo(0.0377314630464, 10);
    const expected = [5854.878645, 6336.216057, 6839.500792, 7329.164684, 7784.605699];
    for (const [step, total] of totals(cases).entries()) {
      expect(total / (expected[step] as number)).toBeCloseTo(1, 7);
    }
    expect(cases[4]?.[17]).toBeCloseTo(930.5016, 3);
    // 20–24 keeps the mean rate of the last two periods.
    expect(cases[1]?.[4]).toBeCloseTo(3.116316504, 8);
    expect(cases[0]?.[0]).toBe(0);
  });

  it('chooses six periods and the recent trend by itself', () => {
    const { cases, fit, recent } = nordpred(table, future, ages);
    expect([fit.periods, recent]).toEqual([6, true]);
    const expected = [5826.943876, 6249.993699, 6666.358329, 7061.168741, 7453.106442];
    for (const [step, total] of totals(cases).entries()) {
      expect(total / (expected[step] as number)).toBeCloseTo(1, 7);
    }
  });

  it('on the log scale with the average trend: growth is not dampened', () => {
    const { cases } = nordpred(table, future, {
      ...ages,
      periods: [4],
      recent: false,
      link: 'log',
    });
    const expected = [6157.242788, 6966.008043, 7797.965917, 8579.01917, 9248.468687];
    for (const [step, total] of totals(cases).entries()) {
      expect(total).toBeCloseTo(expected[step] as number, 5);
    }
  });

  it('would have come within 2 % of 1988–92 and 1993–97 from what was known in 1987', () => {
    const check = nordpredHoldBack(table, 2, ages);
    expect(check.map(({ observed }) => observed)).toEqual([4157, 4574]);
    for (const { percentError, pValue } of check) {
      expect(Math.abs(percentError)).toBeLessThan(2);
      expect(pValue).toBeGreaterThan(0.05);
    }
  });
});

describe('the age–period–cohort model', () => {
  it.skipIf(!hasR())('agrees with R: glm with a power link', () => {
    const r = runR(
      `
      y <- d$py; f <- poisson()
      f$linkfun <- function(mu) (mu / y)^0.2; f$linkinv <- function(eta) y * pmax(eta, 1e-8)^5
      f$mu.eta <- function(eta) 5 * y * pmax(eta, 1e-8)^4
      g <- glm(cases ~ factor(age) + period + factor(period) + factor(cohort) - 1, family = f, data = d,
        epsilon = 1e-10)
      give(deviance=deviance(g), fitted=fitted(g), drift=coef(g)["period"])`,
      { d: longTable(4, 4) },
    );
    const fit = fitAgePeriodCohort(table, { periods: 4, firstAge: 4 });
    expect(fit.deviance).toBeCloseTo(r.deviance?.[0] as number, 8);
    expect(fit.drift).toBeCloseTo(r.drift?.[0] as number, 8);
  });

  it('says what it lacks', () => {
    expect(() => fitAgePeriodCohort(table, { periods: 9, firstAge: 4 })).toThrow(/9 of both/);
    expect(() => fitAgePeriodCohort(table, { periods: 2, firstAge: 4 })).toThrow(/periods: is 2/);
    expect(() => nordpred(table, [...future, ...future], ages)).toThrow(/10 future periods/);
    expect(() => nordpred(table, [[1, 2]], ages)).toThrow(/has 2 age groups/);
    expect(() => nordpred(table, future, { ...ages, firstProjectedAge: 2 })).toThrow(
      /firstProjectedAge/,
    );
  });
});

function longTable(periods: number, firstAge: number) {
  const out = {
    age: [] as number[],
    period: [] as number[],
    cohort: [] as number[],
    cases: [] as number[],
    py: [] as number[],
  };
  for (let p = 0; p < periods; p++) {
    for (let age = firstAge; age < 18; age++) {
      out.age.push(age);
      out.period.push(p + 1);
      out.cohort.push(18 - age + p);
      out.cases.push(casesByAge[age]?.[8 - periods + p] as number);
      out.py.push(peopleByAge[age]?.[8 - periods + p] as number);
    }
  }
  return out;
}
