import { BiostatisticsError } from '../../errors.ts';
import type { Arranged } from '../data/arrange.ts';
import { factor, solve } from '../ldl.ts';
import type { CoxDesign } from './design.ts';
import { maximise, type Start } from './newton.ts';
import { type LikelihoodRoom, likelihoodRoom, partialLikelihood } from './partial-likelihood.ts';

/** One of so many rows is sampled. */
const STEP = 8;
/** Rows from which on a sample is fitted first. */
const ENOUGH = 20_000;
/** What a fit of the smallest sample may still gain: far less than it differs from the whole by. */
const NEAR = 1e-3;

/**
 * Where Newton's method may begin: near the fit of every eighth row in the order of time, which was begun at the fit of every
 * eighth row of those and so on, so that two passes over all rows fewer are needed. From there the first step takes the
 * sample's information for that of the whole, which it is but for a hundredth: its error is as small as the step's own.
 *
 * @param room where the likelihood of the whole is worked out
 * @returns undefined where there are few rows, or the sample has no fit
 */
export function startFromSample(design: CoxDesign, room?: LikelihoodRoom): Start | undefined {
  if (design.people.row.length < ENOUGH) return undefined;
  const sample = sampled(design);
  const near = fitOf(sample);
  if (near === undefined) return undefined;
  const share = design.events / sample.events;
  const information = near.information.map((cell) => cell * share);
  return {
    beta: near.beta,
    likelihood: partialLikelihood(design, near.beta, room, information),
  };
}

/** Coefficients near the fit of a sample, and its information there or a step before. */
function fitOf(sample: CoxDesign): { beta: Float64Array; information: Float64Array } | undefined {
  if (sample.events === 0) return undefined;
  if (sample.people.row.length < ENOUGH) {
    const room = likelihoodRoom(sample);
    try {
      const { beta, separated, atMaximum } = maximise(
        sample,
        (beta) => partialLikelihood(sample, beta, room),
        undefined,
        NEAR,
      );
      return separated.length > 0 ? undefined : { beta, information: atMaximum.information };
    } catch (error) {
      // A sample may be collinear, or without a maximum, where the whole is not.
      if (error instanceof BiostatisticsError) return undefined;
      throw error;
    }
  }
  const coarse = fitOf(sampled(sample));
  if (coarse === undefined) return undefined;
  const { score, information } = partialLikelihood(sample, coarse.beta);
  const factored = factor(information, sample.columns);
  if (factored.dependent.length > 0) return undefined;
  const step = solve(factored, score);
  return { beta: coarse.beta.map((b, j) => b + (step[j] as number)), information };
}

function sampled(design: CoxDesign): CoxDesign {
  const { people, columns, x } = design;
  const n = Math.floor(people.row.length / STEP);
  const taken = new Uint32Array(n);
  const row = new Uint32Array(n);
  const rows = new Float64Array(n * columns);
  const event = new Uint8Array(n);
  let events = 0;
  for (let i = 0, to = 0; i < n; i++) {
    const p = i * STEP + STEP / 2;
    taken[i] = p;
    row[i] = people.row[p] as number;
    event[i] = people.event[p] as number;
    if (event[i] === 1) events++;
    for (let cell = p * columns, a = 0; a < columns; a++, to++) rows[to] = x[cell + a] as number;
  }
  const of = (values: Float64Array) => {
    const some = new Float64Array(n);
    for (let i = 0; i < n; i++) some[i] = values[taken[i] as number] as number;
    return some;
  };
  const entry = people.entry && of(people.entry);
  const sampledPeople: Arranged = {
    n: taken.length,
    // Positions i STEP + STEP / 2 below a start are those with i below (start - STEP / 2) / STEP.
    starts: people.starts.map((start) =>
      Math.min(taken.length, Math.max(0, Math.ceil((start - STEP / 2) / STEP))),
    ),
    row,
    time: of(people.time),
    event,
    weight: people.weight && of(people.weight),
    entry,
    byEntry: people.byEntry
      ?.filter((p) => p % STEP === STEP / 2 && p < taken.length * STEP)
      .map((p) => (p - STEP / 2) / STEP),
  };
  return { ...design, people: sampledPeople, x: rows, events };
}
