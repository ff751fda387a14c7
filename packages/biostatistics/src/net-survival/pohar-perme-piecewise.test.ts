import { describe, expect, it } from 'vitest';
import { DAYS_PER_YEAR, lifeTable } from '../life-table/life-table.ts';
import { hasR, runR } from '../testing/r.ts';
import { relativeSurvivalAt } from './curve.ts';
import { poharPerme } from './pohar-perme.ts';
import { poharPermePiecewise } from './pohar-perme-piecewise.ts';
import { gompertzTable, randomPatients } from './testing/synthetic.ts';

const years = (n: number, parts: number) =>
  Float64Array.from({ length: n * parts + 1 }, (_, k) => (k / parts) * DAYS_PER_YEAR);

describe('net survival with constant excess hazards between breaks', () => {
  it('one man of constant risk, worked by hand', () => {
    // Population hazard 0.0001 a day; two men, one dies at day 100, one is censored at day 200.
    const table = lifeTable({ ages: [0], years: [0], hazards: [1e-4] });
    const two = { time: [100, 200], status: [1, 0], age: [0, 0], date: [0, 0], stratum: [0, 0] };
    const curve = poharPermePiecewise(table, two, { breaks: [0, 200] });
    // ∫ w dt = (e^0.01 − 1)/1e-4 + (e^0.02 − 1)/1e-4; Σ d w = e^0.01.
    const days = (Math.expm1(0.01) + Math.expm1(0.02)) / 1e-4;
    const hazard = (Math.exp(0.01) - 1e-4 * days) / days;
    expect(curve.excessHazard[0]).toBeCloseTo(hazard, 14);
    expect(curve.survival[0]).toBeCloseTo(Math.exp(-200 * hazard), 14);
    expect(curve.personDays[0]).toBe(300);
    expect(curve.expectedDeaths[0]).toBeCloseTo(0.03, 14);
  });

  it('tends to the estimate from exact times as intervals shorten', () => {
    const table = gompertzTable();
    const patients = randomPatients(20_000, 5, 'exact');
    const at = [5 * DAYS_PER_YEAR];
    const [exact] = relativeSurvivalAt(
      poharPerme(table, patients, { integration: 'exact', form: 'exponential' }),
      at,
    );
    const difference = (parts: number) => {
      const curve = poharPermePiecewise(table, patients, { breaks: years(5, parts) });
      return Math.abs((curve.survival.at(-1) as number) - (exact?.survival as number));
    };
    expect(difference(1)).toBeLessThan(1e-3);
    expect(difference(12)).toBeLessThan(1e-4);
    expect(difference(52)).toBeLessThan(2e-5);
  });

  it.skipIf(!hasR('popEpi', 'Epi'))(
    'popEpi: Ederer II to 12 digits, Pohar Perme with weekly breaks to 3 to 4',
    () => {
      const source = gompertzTable();
      // Calendar bands of the same length as popEpi's years, so that both split at the same moments.
      const table = lifeTable({
        ages: source.ages,
        years: source.years.map((_, k) => k * DAYS_PER_YEAR),
        factors: source.factors,
        hazards: source.hazards,
      });
      const people = randomPatients(1500, 9, 'exact');
      const first = Math.min(...people.date);
      const patients = { ...people, date: people.date.map((d) => d - first + 0.25) };
      const r = runR(
        `suppressMessages({library(popEpi); library(Epi); library(survival)})
      y <- ${DAYS_PER_YEAR}
      x <- Lexis(entry = list(fot = rep(0, nrow(p)), per = p$date / y, age = p$age / y), duration = p$time / y,
        entry.status = factor(rep(0, nrow(p)), 0:1), exit.status = factor(p$status, 0:1),
        data = data.frame(sex = p$stratum))
      haz <- data.frame(sex = cells$sex, per = cells$per, age = cells$age, haz = cells$hazard * y)
      for (m in c("e2", "pp")) {
        s <- survtab(Surv(time = fot, event = lex.Xst) ~ 1, data = x, breaks = list(fot = seq(0, 5, 1/52), age = 0:130, per = 0:60),
          pophaz = haz, surv.type = "surv.rel", relsurv.method = m)
        assign(m, as.data.frame(s))
      }
      give(e2 = e2$r.e2, pp = pp$r.pp, d = e2$d, pyrs = e2$pyrs, ppError = pp$SE.r.pp, e2Error = e2$SE.r.e2)`,
        {
          p: patients,
          cells: {
            sex: source.hazards.map((_, k) => Math.floor(k / (101 * 30))),
            per: source.hazards.map((_, k) => Math.floor(k / 101) % 30),
            age: source.hazards.map((_, k) => k % 101),
            hazard: source.hazards,
          },
        },
      );
      const breaks = years(5, 52);
      const e2 = poharPermePiecewise(table, patients, { breaks, method: 'ederer2' });
      const pp = poharPermePiecewise(table, patients, { breaks });
      e2.survival.forEach((s, k) => {
        expect(e2.events[k]).toBe(r.d?.[k]);
        expect(e2.personDays[k]).toBeCloseTo((r.pyrs?.[k] as number) * DAYS_PER_YEAR, 4);
        expect(s).toBeCloseTo(r.e2?.[k] as number, 12);
        // popEpi's weights are those of the middle of the interval: 6e-4 apart monthly, 8e-5 weekly.
        expect(Math.abs((pp.survival[k] as number) - (r.pp?.[k] as number))).toBeLessThan(1e-4);
        expect(pp.standardError[k]).toBeCloseTo(r.ppError?.[k] as number, 4);
      });
    },
  );
});
