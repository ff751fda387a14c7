import { BiostatisticsError } from '../../errors.ts';
import type { Arranged } from '../data/arrange.ts';
import type { CoxDesign } from './design.ts';
import { maximise } from './newton.ts';

/** One of so many rows is sampled. */
const STEP = 20;
/** Rows from which on a sample is fitted first. */
const ENOUGH = 20_000;

/**
 * Where Newton's method may begin: the fit of every twentieth row in the order of time, which lies within some standard errors of
 * the whole fit, so that one pass over all rows fewer is needed.
 *
 * @returns undefined where there are few rows, or the sample has no fit
 */
export function startFromSample(design: CoxDesign): Float64Array | undefined {
  if (design.people.row.length < ENOUGH) return undefined;
  const sample = sampled(design);
  if (sample.events === 0) return undefined;
  try {
    const { beta, separated } = maximise(sample);
    return separated.length === 0 ? beta : undefined;
  } catch (error) {
    // A sample may be collinear, or without a maximum, where the whole is not.
    if (error instanceof BiostatisticsError) return undefined;
    throw error;
  }
}

function sampled(design: CoxDesign): CoxDesign {
  const { people, columns, x } = design;
  const taken = Uint32Array.from(
    { length: Math.floor(people.row.length / STEP) },
    (_, i) => i * STEP + STEP / 2,
  );
  const rows = new Float64Array(taken.length * columns);
  taken.forEach((p, i) => {
    rows.set(x.subarray(p * columns, (p + 1) * columns), i * columns);
  });
  const event = taken.reduce((events, p, i) => {
    events[i] = people.event[p] as number;
    return events;
  }, new Uint8Array(taken.length));
  const of = (values: Float64Array) => Float64Array.from(taken, (p) => values[p] as number);
  const entry = people.entry && of(people.entry);
  const sampledPeople: Arranged = {
    n: taken.length,
    // Positions i STEP + STEP / 2 below a start are those with i below (start - STEP / 2) / STEP.
    starts: people.starts.map((start) =>
      Math.min(taken.length, Math.max(0, Math.ceil((start - STEP / 2) / STEP))),
    ),
    row: Uint32Array.from(taken, (p) => people.row[p] as number),
    time: of(people.time),
    event,
    weight: people.weight && of(people.weight),
    entry,
    byEntry: people.byEntry
      ?.filter((p) => p % STEP === STEP / 2 && p < taken.length * STEP)
      .map((p) => (p - STEP / 2) / STEP),
  };
  const events = event.reduce((count, code) => count + (code === 1 ? 1 : 0), 0);
  return { ...design, people: sampledPeople, x: rows, events };
}
