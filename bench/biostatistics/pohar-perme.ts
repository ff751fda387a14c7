import { execFileSync } from 'node:child_process';
import { type LifeTable, lifeTable, type Patients, poharPerme } from '@nodp/biostatistics';
import type { BenchRow } from '../row.ts';
import { against } from './kaplan-meier.ts';
import { findR, secondsHere, secondsInR } from './r.ts';

/** R would take an hour and more for a million: its time grows with people × distinct times. */
const MOST_FOR_R = 1e5;

/**
 * Pohar Perme's net survival of patients diagnosed over 20 years, followed to one closing date in
 * whole days, against relsurv's `rs.surv` on the same life table (101 ages × 30 years × sex).
 */
export async function benchPoharPerme(): Promise<BenchRow[]> {
  const r = findR('relsurv');
  const table = population();
  const rows: BenchRow[] = [];
  for (const n of [1e4, 1e5, 1e6]) {
    const patients = benchPatients(n);
    const value = secondsHere(() => poharPerme(table, patients), n < 1e6 ? 4 : 2);
    const { time, status, age, date, stratum } = patients;
    const memory = `${memoryTimesInput(n).toFixed(1)} × the input in memory`;
    const name = `Pohar Perme, ${n.toLocaleString('en')} people`;
    if (r === undefined || n > MOST_FOR_R) {
      const note = r === undefined ? 'Rscript with relsurv is not installed' : 'too long for R';
      rows.push({ name, value, unit: 's', note: `${note}: no comparison; ${memory}` });
      continue;
    }
    const compared = against(r.name, value, () =>
      secondsInR(
        R_SET_UP,
        'rs.surv(Surv(time, status) ~ 1, transform(d, year = as.Date(date, origin = "1970-01-01"), sex = factor(stratum, 0:1, c("male", "female"))), t)',
        { time, status, age, date, stratum },
      ),
    );
    rows.push({ name, value, unit: 's', ...compared, note: `${compared.note}; ${memory}` });
  }
  return rows;
}

/** Gompertz by age, 2 % less a year, women at 60 %. */
function population(): LifeTable {
  const hazards: number[] = [];
  for (const level of [1, 0.6]) {
    for (let y = 0; y < 30; y++) {
      for (let age = 0; age <= 100; age++) {
        hazards.push(((level * Math.exp(-10.2 + 0.095 * age)) / 365) * 0.98 ** y);
      }
    }
  }
  return lifeTable({
    ages: Array.from({ length: 101 }, (_, age) => age * 365.241),
    years: Array.from({ length: 30 }, (_, y) => Date.UTC(1990 + y, 0, 1) / 86_400_000),
    factors: [{ name: 'sex', categories: ['male', 'female'] }],
    hazards,
  });
}

const R_SET_UP = `suppressMessages(library(relsurv))
  a <- 0:100; y <- 0:29
  t <- array(c(outer(exp(-10.2 + 0.095 * a) / 365, 0.98^y), 0.6 * outer(exp(-10.2 + 0.095 * a) / 365, 0.98^y)), c(101, 30, 2))
  attributes(t) <- list(dim = dim(t), dimnames = list(age = a, year = 1990 + y, sex = c("male", "female")),
    dimid = c("age", "year", "sex"), factor = c(0, 0, 1), type = c(2, 3, 1),
    cutpoints = list(a * 365.241, as.Date(paste0(1990 + y, "-01-01")), NULL), class = "ratetable")`;

function benchPatients(n: number): Patients {
  let state = 20240229;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const column = () => new Float64Array(n);
  const patients = {
    time: column(),
    status: column(),
    age: column(),
    date: column(),
    stratum: column(),
  };
  const first = Date.UTC(1995, 0, 1) / 86_400_000;
  const closing = Date.UTC(2019, 11, 31) / 86_400_000;
  for (let i = 0; i < n; i++) {
    const date = first + Math.floor(random() * 20 * 365);
    const years = 20 + 75 * Math.sqrt(random());
    const hazard = Math.exp(-10.2 + 0.095 * years) / 365 + 0.25 / 365 / (1 + random() * 4);
    const death = Math.ceil(-Math.log(random()) / hazard);
    patients.time[i] = Math.min(death, closing - date);
    patients.status[i] = death <= closing - date ? 1 : 0;
    patients.age[i] = Math.floor(years * 365.241);
    patients.date[i] = date;
    patients.stratum[i] = random() < 0.5 ? 0 : 1;
  }
  return patients;
}

/** Most memory the estimator adds to a fresh process that holds the input, over the input's bytes. */
function memoryTimesInput(n: number): number {
  const answer = execFileSync(process.execPath, [import.meta.filename, String(n)], {
    encoding: 'utf8',
  });
  return Number(answer) / (5 * 8 * n);
}

/** Run by itself with a number of people: prints the bytes by which its peak memory grew. */
if (import.meta.main) {
  const table = population();
  poharPerme(table, benchPatients(1000));
  const patients = benchPatients(Number(process.argv[2]));
  const before = process.resourceUsage().maxRSS;
  poharPerme(table, patients);
  console.log((process.resourceUsage().maxRSS - before) * 1024);
}
