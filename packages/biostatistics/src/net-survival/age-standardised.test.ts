import { describe, expect, it } from 'vitest';
import { DAYS_PER_YEAR } from '../life-table/life-table.ts';
import { ageStandardised, brennerWeights } from './age-standardised.ts';
import { cohortApproach, completeApproach, periodApproach } from './approaches.ts';
import { conditionalRelativeSurvival } from './conditional.ts';
import { relativeSurvivalAt } from './curve.ts';
import { edererII } from './ederer-2.ts';
import { icssWeights } from './icss.ts';
import { selectPatients } from './patients.ts';
import { poharPerme } from './pohar-perme.ts';
import { gompertzTable, randomPatients } from './testing/synthetic.ts';

const table = gompertzTable();
const patients = randomPatients(3000, 21);
const five = 5 * DAYS_PER_YEAR;
const begins = [15, 45, 55, 65, 75];
const group = patients.age.map((days) => {
  const years = days / DAYS_PER_YEAR;
  return begins.filter((begin) => begin <= years).length - 1;
});
const rowsOf = (g: number) => Float64Array.from(group.keys()).filter((i) => group[i] === g);

describe('ICSS weights (Corazziari et al. 2004)', () => {
  it('of the five broad groups of the three standards', () => {
    expect([...icssWeights(1)]).toEqual([0.07, 0.12, 0.23, 0.29, 0.29]);
    expect([...icssWeights(2)]).toEqual([0.28, 0.17, 0.21, 0.2, 0.14]);
    expect([...icssWeights(3)]).toEqual([0.6, 0.1, 0.1, 0.1, 0.1]);
  });

  it('of the groups for prostate cancer: 15–54, 55–64, 65–74, 75–84, 85+', () => {
    const prostate = icssWeights(1, [15, 55, 65, 75, 85]);
    expect(prostate.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(prostate[0]).toBeCloseTo(0.19, 12);
  });

  it('refuses groups that cut a five-year group', () => {
    expect(() => icssWeights(1, [15, 47])).toThrow('begins[1]');
  });
});

describe('age-standardised net survival', () => {
  const curves = begins.map((_, g) => poharPerme(table, selectPatients(patients, rowsOf(g))));

  it('is the weighted mean of the groups, its variance that of a sum', () => {
    const [point] = ageStandardised(curves, icssWeights(1), [five]);
    const each = curves.map((curve) => relativeSurvivalAt(curve, [five])[0]);
    const weights = [0.07, 0.12, 0.23, 0.29, 0.29];
    const mean = weights.reduce((sum, w, g) => sum + w * (each[g]?.survival as number), 0);
    const variance = weights.reduce(
      (sum, w, g) => sum + (w * (each[g]?.standardError as number)) ** 2,
      0,
    );
    expect(point?.survival).toBeCloseTo(mean, 12);
    expect(point?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(point?.lower).toBeCloseTo(
      mean * Math.exp((-1.959963985 * Math.sqrt(variance)) / mean),
      9,
    );
  });

  it('is nothing, not less, when a group is no longer observed', () => {
    expect(ageStandardised(curves, icssWeights(1), [30 * 365])).toEqual([null]);
  });

  it("Brenner's weights: mean 1, each group of its standard share; population's own weights change nothing", () => {
    const weight = brennerWeights(group, icssWeights(1));
    expect(weight.reduce((a, b) => a + b) / weight.length).toBeCloseTo(1, 12);
    const share = weight.filter((_, i) => group[i] === 4).reduce((a, b) => a + b) / weight.length;
    expect(share).toBeCloseTo(0.29, 12);
    const own = begins.map((_, g) => rowsOf(g).length);
    brennerWeights(group, own).forEach((w) => {
      expect(w).toBeCloseTo(1, 12);
    });
  });

  it("Brenner's weights keep to the traditional way while nobody is censored", () => {
    // Without censoring and with equal hazards inside groups the two are equal: here all die.
    const time = Float64Array.from({ length: 40 }, (_, i) => 1 + i);
    const zero = new Float64Array(40);
    const flat = { ...table, hazards: table.hazards.map(() => 0) };
    const all = { time, status: zero.map(() => 1), age: zero, date: zero, stratum: zero };
    const half = Float64Array.from({ length: 40 }, (_, i) => (i < 10 ? 0 : 1));
    const weight = brennerWeights(half, [0.5, 0.5]);
    const weighted = relativeSurvivalAt(edererII(flat, { ...all, weight }), [15]);
    expect(weighted[0]?.survival).toBeCloseTo(0.5 * 0 + 0.5 * (25 / 30), 12);
  });
});

describe('cohort, complete and period approach', () => {
  const day = (date: string) => Date.parse(date) / 86_400_000;

  it('a patient diagnosed before the window enters late, one who survives it is censored', () => {
    const one = {
      time: [1000, 1000, 50],
      status: [1, 1, 1],
      age: [1, 2, 3],
      date: [0, 900, 100],
      stratum: [0, 0, 0],
    };
    const { patients: seen, rows } = periodApproach(one, { from: 500, until: 1200 });
    expect([...rows]).toEqual([0, 1]);
    expect(seen.entry).toEqual(Float64Array.of(500, 0));
    expect(seen.time).toEqual(Float64Array.of(1000, 300));
    expect(seen.status).toEqual(Float64Array.of(1, 0));
  });

  it('a window over everything is the complete approach, and so is its survival', () => {
    const from = Math.min(...patients.date);
    const closing = day('2019-12-31');
    const complete = completeApproach(patients, { diagnosedFrom: from, closing });
    const period = periodApproach(patients, { from, until: closing });
    expect(period.rows).toEqual(complete.rows);
    expect(poharPerme(table, period.patients).survival).toEqual(
      poharPerme(table, complete.patients).survival,
    );
  });

  it('cohort: only those diagnosed in the years asked for', () => {
    const window = { diagnosedFrom: day('2000-01-01'), diagnosedUntil: day('2004-12-31') };
    const { patients: cohort } = cohortApproach(patients, window);
    expect(Math.min(...Array.from(cohort.date))).toBeGreaterThanOrEqual(window.diagnosedFrom);
    expect(Math.max(...Array.from(cohort.date))).toBeLessThanOrEqual(window.diagnosedUntil);
    expect(() =>
      cohortApproach(patients, { diagnosedFrom: day('1950-01-01'), diagnosedUntil: 0 }),
    ).toThrow('nobody');
  });
});

describe('conditional net survival', () => {
  const curve = poharPerme(table, patients);

  it('is S(s + u)/S(s), and with s = 0 the curve itself', () => {
    const [s1] = relativeSurvivalAt(curve, [365]);
    const [s6] = relativeSurvivalAt(curve, [365 + five]);
    const [conditional] = conditionalRelativeSurvival(curve, 365, [five]);
    expect(conditional?.survival).toBeCloseTo(
      (s6?.survival as number) / (s1?.survival as number),
      14,
    );
    const [whole] = conditionalRelativeSurvival(curve, 0, [five]);
    const [plain] = relativeSurvivalAt(curve, [five]);
    expect(whole?.survival).toBeCloseTo(plain?.survival as number, 14);
    expect(whole?.lower).toBeCloseTo(plain?.lower as number, 12);
  });

  it('agrees with a new analysis of those who lived so long, entering then', () => {
    const rows = [...patients.time.keys()].filter((i) => (patients.time[i] as number) > 730);
    const survivors = selectPatients(patients, rows);
    const late = { ...survivors, entry: rows.map(() => 730) };
    const [anew] = relativeSurvivalAt(poharPerme(table, late, { integration: 'exact' }), [
      730 + 1000,
    ]);
    const exact = poharPerme(table, patients, { integration: 'exact' });
    const [conditional] = conditionalRelativeSurvival(exact, 730, [1000]);
    expect(conditional?.survival).toBeCloseTo(anew?.survival as number, 10);
    expect(conditional?.standardError).toBeCloseTo(anew?.standardError as number, 10);
  });

  it('refuses a start nobody reached', () => {
    expect(() => conditionalRelativeSurvival(curve, 1e6, [10])).toThrow('survived');
  });
});
