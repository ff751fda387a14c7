import { describe, expect, it } from 'vitest';
import { type LifeTable, lifeTable } from '../life-table/life-table.ts';
import { hasR, runR } from '../testing/r.ts';
import { periodApproach } from './approaches.ts';
import type { RelativeCurve } from './curve.ts';
import { edererI, edererIExpected } from './ederer-1.ts';
import { edererII } from './ederer-2.ts';
import { hakulinen, hakulinenExpected } from './hakulinen.ts';
import { netLogRank } from './net-log-rank.ts';
import { poharPerme } from './pohar-perme.ts';
import { forR, gompertzTable, R_RATE_TABLE, randomPatients, seeded } from './testing/synthetic.ts';

/** Largest difference between a column of ours and R's, at R's times. */
function worst(curve: RelativeCurve, time: ArrayLike<number>, column: ArrayLike<number>): number {
  const ours = new Map(Array.from(curve.time, (t, j) => [t, curve.survival[j] as number]));
  let difference = 0;
  let compared = 0;
  for (let j = 0; j < time.length; j++) {
    const survival = ours.get(time[j] as number);
    if (survival === undefined) continue;
    compared++;
    difference = Math.max(difference, Math.abs(survival - (column[j] as number)));
  }
  expect(compared).toBe(curve.time.length);
  return difference;
}

/** Part of a life table: ages and years from the first up to, not with, the second. */
function narrowed(whole: LifeTable, a0: number, a1: number, y0: number, y1: number): LifeTable {
  const { ages, years, hazards, strata } = whole;
  const retained: number[] = [];
  for (let s = 0; s < strata; s++) {
    for (let y = y0; y < y1; y++) {
      const row = (s * years.length + y) * ages.length;
      retained.push(...hazards.slice(row + a0, row + a1));
    }
  }
  const { factors } = whole;
  return lifeTable({
    ages: ages.slice(a0, a1),
    years: years.slice(y0, y1),
    factors,
    hazards: retained,
  });
}

const days = (date: string) => Date.parse(date) / 86_400_000;

describe.skipIf(!hasR('relsurv'))('relsurv on random patients', { timeout: 120_000 }, () => {
  const table = gompertzTable();
  /** Ages 40 to 70 and years 2000 to 2009 only: most patients spend time outside. */
  const narrow = narrowed(table, 40, 71, 10, 20);
  for (const [n, seed, kind, of, table] of [
    [400, 1, 'whole', 'whole table', gompertzTable()],
    [60, 2, 'whole', 'whole table', gompertzTable()],
    [150, 3, 'exact', 'whole table', gompertzTable()],
    [120, 4, 'whole', 'narrow table', narrow],
  ] as const) {
    it(`${n} patients, ${kind} days, ${of}: the four methods of rs.surv and rs.diff`, () => {
      const patients = randomPatients(n, seed, kind);
      const random = seeded(seed + 100);
      const group = Float64Array.from({ length: n }, () => Math.floor(random() * 3));
      const r = runR(
        `suppressMessages(library(relsurv))
        ${R_RATE_TABLE}
        fit <- function(method, type = "kaplan-meier") rs.surv(Surv(time, status) ~ 1, data, table, method = method, type = type)
        pp <- fit("pohar-perme"); fh <- fit("pohar-perme", "fleming-harrington"); e2 <- fit("ederer2"); e1 <- fit("ederer1"); ha <- fit("hakulinen")
        d <- rs.diff(Surv(time, status) ~ group, data, table)
        s <- rs.diff(Surv(time, status) ~ group + strata(sex), data, table)
        give(ppTime = pp$time, pp = pp$surv, ppError = pp$std.err, lower = pp$lower, fh = fh$surv, e2Time = e2$time, e2 = e2$surv,
          e1Time = e1$time, e1 = e1$surv, haTime = ha$time, ha = ha$surv, diff = c(d$test.stat, d$df, d$p.value), stratified = c(s$test.stat, s$df))`,
        forR(table, patients, group),
      );
      const pp = poharPerme(table, patients);
      expect(worst(pp, r.ppTime as Float64Array, r.pp as Float64Array)).toBeLessThan(1e-9);
      const error = Float64Array.from(pp.standardError, (e, j) => e / (pp.survival[j] as number));
      error.forEach((e, j) => {
        if (Number.isFinite(e)) expect(e).toBeCloseTo(r.ppError?.[j] as number, 9);
      });
      const fh = poharPerme(table, patients, { form: 'exponential' });
      expect(worst(fh, r.ppTime as Float64Array, r.fh as Float64Array)).toBeLessThan(1e-9);
      const e2 = edererII(table, patients);
      expect(worst(e2, r.e2Time as Float64Array, r.e2 as Float64Array)).toBeLessThan(1e-9);
      const e1 = edererI(table, patients);
      expect(worst(e1, r.e1Time as Float64Array, r.e1 as Float64Array)).toBeLessThan(1e-9);
      const ha = hakulinen(table, patients);
      expect(worst(ha, r.haTime as Float64Array, r.ha as Float64Array)).toBeLessThan(1e-9);

      const test = netLogRank(table, patients, group);
      const [statistic, df, p] = r.diff as Float64Array;
      expect(test.statistic).toBeCloseTo(statistic as number, 8);
      expect(test.degreesOfFreedom).toBe(df);
      expect(test.pValue).toBeCloseTo(p as number, 9);
      const stratified = netLogRank(table, patients, group, { strata: patients.stratum });
      expect(stratified.statistic).toBeCloseTo(r.stratified?.[0] as number, 8);
    });
  }

  it('the period approach: rs.period, 2010 to 2014', () => {
    const patients = randomPatients(400, 7);
    const window = { from: days('2010-01-01'), until: days('2014-12-31') };
    const r = runR(
      `suppressMessages(library(relsurv))
      ${R_RATE_TABLE}
      fit <- function(method) relsurv:::rs.period(Surv(time, status) ~ 1, data, table, method = method,
        winst = as.Date("2010-01-01"), winfin = as.Date("2014-12-31"))
      pp <- fit("pohar-perme"); e2 <- fit("ederer2")
      give(time = pp$time, pp = pp$surv, error = pp$std.err, e2 = e2$surv)`,
      forR(table, patients),
    );
    const period = periodApproach(patients, window);
    const pp = poharPerme(table, period.patients);
    expect(worst(pp, r.time as Float64Array, r.pp as Float64Array)).toBeLessThan(1e-9);
    const e2 = edererII(table, period.patients);
    expect(worst(e2, r.time as Float64Array, r.e2 as Float64Array)).toBeLessThan(1e-9);
  });

  it('expected survival: survexp, Ederer and Hakulinen', () => {
    const patients = randomPatients(300, 11);
    const times = [100, 365, 1000, 1826, 3650];
    const r = runR(
      `suppressMessages(library(survival))
      ${R_RATE_TABLE}
      times <- c(${times.join(', ')})
      closing <- max(data$time + as.numeric(data$year))
      data$potential <- ifelse(data$status == 1, closing - as.numeric(data$year), data$time)
      data$age <- data$age; fine <- sort(unique(c(1:max(data$potential), data$potential)))
      e1 <- survexp(~ 1, data, ratetable = table, method = "ederer", times = times, rmap = list(age = age, year = year, sex = sex))
      ha <- survexp(potential ~ 1, data, ratetable = table, method = "hakulinen", times = fine, rmap = list(age = age, year = year, sex = sex))
      give(e1 = e1$surv, ha = ha$surv[match(times, ha$time)])`,
      forR(table, patients),
    );
    edererIExpected(table, patients, times).forEach((s, k) => {
      expect(s).toBeCloseTo(r.e1?.[k] as number, 9);
    });
    // survexp steps from day to day where our integral is closed.
    hakulinenExpected(table, patients, times).forEach((s, k) => {
      expect(s).toBeCloseTo(r.ha?.[k] as number, 5);
    });
  });
});
