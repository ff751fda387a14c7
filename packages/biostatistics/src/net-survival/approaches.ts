import { BiostatisticsError } from '../errors.ts';
import { type Patients, selectPatients } from './patients.ts';

/** Patients as an approach sees them, and the rows of the given patients they were. */
export type Selection = { readonly patients: Patients; readonly rows: Uint32Array };

/**
 * Cohort approach: patients diagnosed from one day to another, followed to `closing`, which should
 * leave all of them the length of follow-up reported.
 *
 * @param window day numbers, both ends inclusive; closing: default as far as each was followed
 * @throws {BiostatisticsError} `empty` when nobody was diagnosed then
 */
export function cohortApproach(
  patients: Patients,
  window: {
    readonly diagnosedFrom: number;
    readonly diagnosedUntil: number;
    readonly closing?: number | undefined;
  },
): Selection {
  const { diagnosedFrom, diagnosedUntil, closing = Infinity } = window;
  return select(patients, diagnosedFrom, diagnosedUntil, Number.NEGATIVE_INFINITY, closing);
}

/**
 * Complete approach (Brenner, Gefeller & Hakulinen 2004, Eur J Cancer 40:326): everybody diagnosed
 * from a day up to the closing date, followed as far as that date allows.
 *
 * @throws {BiostatisticsError} `empty`
 */
export function completeApproach(
  patients: Patients,
  window: { readonly diagnosedFrom: number; readonly closing: number },
): Selection {
  const { diagnosedFrom, closing } = window;
  return select(patients, diagnosedFrom, closing, Number.NEGATIVE_INFINITY, closing);
}

/**
 * Period approach (Brenner & Gefeller 1996, Cancer 78:2004): only what happened in a calendar
 * window counts; who was diagnosed before it enters late (`entry`), who survives it is censored at
 * its end. As relsurv's `rs.period`. Limit `diagnosedFrom` to bridge to the hybrid approach.
 *
 * @param window day numbers; a death on the day `until` counts
 * @throws {BiostatisticsError} `empty`; `out-of-range` unless from < until
 */
export function periodApproach(
  patients: Patients,
  window: {
    readonly from: number;
    readonly until: number;
    readonly diagnosedFrom?: number | undefined;
  },
): Selection {
  const { from, until, diagnosedFrom = Number.NEGATIVE_INFINITY } = window;
  if (!(from < until)) {
    throw new BiostatisticsError('out-of-range', 'window', `ends (${until}) before it begins`);
  }
  return select(patients, diagnosedFrom, until, from, until);
}

function select(
  patients: Patients,
  diagnosedFrom: number,
  diagnosedUntil: number,
  from: number,
  until: number,
): Selection {
  const rows: number[] = [];
  const entry: number[] = [];
  const time: number[] = [];
  const status: number[] = [];
  for (let i = 0; i < patients.time.length; i++) {
    const date = patients.date[i] as number;
    if (!(date >= diagnosedFrom && date <= diagnosedUntil)) continue;
    const own = patients.entry?.[i] ?? 0;
    const begin = Math.max(own, from - date);
    const end = patients.time[i] as number;
    const stop = Math.min(end, until - date);
    if (stop < begin || (begin > 0 && stop === begin) || (stop === 0 && end > 0)) continue;
    rows.push(i);
    entry.push(begin);
    time.push(stop);
    status.push(stop < end ? 0 : (patients.status[i] as number));
  }
  if (rows.length === 0) {
    throw new BiostatisticsError('empty', 'window', 'nobody was observed in it');
  }
  return {
    patients: {
      ...selectPatients(patients, rows),
      entry: Float64Array.from(entry),
      time: Float64Array.from(time),
      status: Float64Array.from(status),
    },
    rows: Uint32Array.from(rows),
  };
}
