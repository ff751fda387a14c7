import { BiostatisticsError } from '../../errors.ts';
import { type CheckedInput, checkInput, type SortedPeople, type SurvivalInput } from './input.ts';
import { type Sorted, sortAscending } from './order.ts';
import { joinTies } from './ties.ts';

/**
 * Checks and sorts people once for several estimators: the result is given to each of them with its
 * groups, strata or covariates beside it, as in `kaplanMeierByGroup({ ...people, group })` and
 * `logRank({ ...people, group })`. The arrays must not be changed in between.
 *
 * @returns the input with `sorted` beside it
 * @throws {BiostatisticsError} see `checkInput`; event codes up to 255
 */
export function sortedOnce<Input extends SurvivalInput>(
  input: Input,
): Input & { readonly sorted: SortedPeople } {
  return { ...input, sorted: sortPeople(input, 255) };
}

/**
 * The people an estimator works on: sorted now, or before by `sortedOnce`.
 *
 * @param mostCode highest event code the estimator allows
 * @throws {BiostatisticsError} see `checkInput`; `out-of-range` when `sorted` was made from other arrays
 */
export function peopleOf(input: SurvivalInput, mostCode = 1): SortedPeople {
  const { sorted } = input;
  if (sorted === undefined) return sortPeople(input, mostCode);
  for (const name of ['time', 'event', 'entry', 'weight'] as const) {
    if (sorted.given[name] === input[name]) continue;
    throw new BiostatisticsError(
      'out-of-range',
      'sorted',
      `was made with another ${name}; sort the people of this call`,
    );
  }
  // Names the row whose code is too high for this estimator.
  if (sorted.mostCode > mostCode) checkInput(input, mostCode);
  return sorted;
}

function sortPeople(input: SurvivalInput, mostCode: number): SortedPeople {
  const checked = checkInput(input, mostCode);
  const { time, event, entry, weight } = input;
  const sortedTime = withoutNobody(sortAscending(checked.time), checked.weight);
  const sortedEntry = checked.entry && withoutNobody(sortAscending(checked.entry), checked.weight);
  const joined = joinTies(sortedTime, sortedEntry);
  if (joined.entry !== undefined && joined.entry !== sortedEntry) {
    lengthLeft(joined.time, joined.entry, checked);
  }
  return {
    checked,
    ...joined,
    mostCode: highest(checked.event),
    given: { time, event, entry, weight },
  };
}

function highest(codes: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < codes.length; i++) if ((codes[i] as number) > most) most = codes[i] as number;
  return most;
}

/** Leaves out rows of weight 0, which stand for nobody and would make 0/0 of an empty risk set. */
function withoutNobody(sorted: Sorted, weight: Float64Array | undefined): Sorted {
  if (weight === undefined || !weight.includes(0)) return sorted;
  const order = sorted.order.filter((row) => (weight[row] as number) > 0);
  if (order.length === 0) {
    throw new BiostatisticsError('empty', 'weight', 'is 0 in every row, so that nobody is left');
  }
  const values = new Float64Array(order.length);
  for (let p = 0, i = 0; p < order.length; i++) {
    if (sorted.order[i] === order[p]) values[p++] = sorted.values[i] as number;
  }
  return { order, values };
}

/** Names the caller's row whose entry and time joining has made equal. */
function lengthLeft(time: Sorted, entry: Sorted, given: CheckedInput): void {
  const end = new Float64Array(given.n);
  for (let p = 0; p < time.order.length; p++)
    end[time.order[p] as number] = time.values[p] as number;
  for (let q = 0; q < entry.order.length; q++) {
    const index = entry.order[q] as number;
    if ((entry.values[q] as number) < (end[index] as number)) continue;
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'entry', index },
      `is ${given.entry?.[index]} and time ${given.time[index]}, which differ by rounding only; observation has to begin before it ends`,
    );
  }
}
