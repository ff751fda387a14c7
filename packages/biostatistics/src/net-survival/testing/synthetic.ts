import { type LifeTable, lifeTable } from '../../life-table/life-table.ts';
import type { Patients } from '../patients.ts';

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A made-up population: Gompertz by age, falling 2 % a year from 1990 to 2019, women at 60 %. */
export function gompertzTable(daysInYear = 365.241): LifeTable {
  const ages = Array.from({ length: 101 }, (_, age) => age * daysInYear);
  const years = Array.from({ length: 30 }, (_, k) => Date.UTC(1990 + k, 0, 1) / 86_400_000);
  const hazards: number[] = [];
  for (const level of [1, 0.6]) {
    for (let y = 0; y < 30; y++) {
      for (let age = 0; age <= 100; age++) {
        hazards.push(((level * Math.exp(-10.2 + 0.095 * age)) / 365) * 0.98 ** y);
      }
    }
  }
  return lifeTable({
    ages,
    years,
    factors: [{ name: 'sex', categories: ['male', 'female'] }],
    hazards,
  });
}

/** Patients diagnosed 1995–2014 aged 20–95, dying of cancer or otherwise, closing at 2019-12-31. */
export function randomPatients(n: number, seed: number, days: 'whole' | 'exact' = 'whole') {
  const random = seeded(seed);
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
    const sex = random() < 0.5 ? 0 : 1;
    const otherCause = Math.exp(-10.2 + 0.095 * years) / 365;
    const cancer = 0.25 / 365 / (1 + random() * 4);
    const death = -Math.log(1 - random()) / (otherCause + cancer);
    const lost = -Math.log(1 - random()) * 365 * 25;
    const end = Math.min(lost, closing - date);
    const time = Math.min(death, end);
    patients.time[i] = days === 'whole' ? Math.max(1, Math.ceil(time)) : time;
    patients.status[i] = death <= end ? 1 : 0;
    patients.age[i] = days === 'whole' ? Math.floor(years * 365.241) : years * 365.241;
    patients.date[i] = date;
    patients.stratum[i] = sex;
  }
  return patients satisfies Patients;
}

/** R code that turns a life table with the one factor sex, sent as `cells`, `ages`, `years`, into a ratetable. */
export const R_RATE_TABLE = `
table <- array(cells$hazard, c(nrow(ages), nrow(years), 2))
attributes(table) <- list(
  dim = dim(table),
  dimnames = list(age = as.character(seq_len(nrow(ages)) - 1), year = as.character(1989 + seq_len(nrow(years))), sex = c("male", "female")),
  dimid = c("age", "year", "sex"), factor = c(0, 0, 1), type = c(2, 3, 1),
  cutpoints = list(ages$begin, as.Date(years$begin, origin = "1970-01-01"), NULL), class = "ratetable")
data <- data.frame(time = patients$time, status = patients$status, age = patients$age,
  year = as.Date(patients$date, origin = "1970-01-01"),
  sex = factor(patients$stratum, 0:1, c("male", "female")), group = patients$group)
`;

/** Life table and patients as tables for R. */
export function forR(table: LifeTable, patients: Patients, group?: ArrayLike<number>) {
  return {
    cells: { hazard: table.hazards },
    ages: { begin: table.ages },
    years: { begin: table.years },
    patients: {
      time: patients.time,
      status: patients.status,
      age: patients.age,
      date: patients.date,
      stratum: patients.stratum,
      group: group ?? patients.stratum,
    },
  };
}
