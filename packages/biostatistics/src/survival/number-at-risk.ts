import { type Numbers, nonNegative, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkCodes, checkInput, type SurvivalInput } from './data/input.ts';

/**
 * The table under a survival plot: how many were at risk at each of the given times.
 *
 * At time t a person is counted when entry < t ≤ time; at time 0 everybody who has entered by 0.
 * O(n log T), no sort of the people.
 *
 * @param times ascending, length T
 * @returns one row a group (one row when no groups are given), each length T (sum of weights)
 * @throws {BiostatisticsError} see `checkInput`; `out-of-range` when `times` does not ascend
 */
export function numberAtRisk(
  input: SurvivalInput & { readonly group?: Numbers | undefined },
  times: Numbers,
): Float64Array[] {
  const { n, time, entry, weight } = checkInput(input);
  const groups = checkCodes('group', input.group ?? new Uint8Array(n), n);
  notEmpty('times', times);
  nonNegative('times', times, 'negative-time');
  for (let j = 1; j < times.length; j++) {
    if ((times[j] as number) > (times[j - 1] as number)) continue;
    throw new BiostatisticsError('out-of-range', { argument: 'times', index: j }, 'has to ascend');
  }
  const T = times.length;
  // Differences first (in at the first time after entry, out after the last time ≤ time) …
  const tables = Array.from({ length: groups.count }, () => new Float64Array(T + 1));
  for (let i = 0; i < n; i++) {
    const table = tables[groups.of[i] as number] as Float64Array;
    const w = weight === undefined ? 1 : (weight[i] as number);
    const start = entry === undefined ? 0 : (entry[i] as number);
    const enters = start === 0 ? 0 : firstAbove(times, start);
    const leaves = firstAbove(times, time[i] as number);
    if (leaves <= enters) continue;
    table[enters] = (table[enters] as number) + w;
    table[leaves] = (table[leaves] as number) - w;
  }
  // … then their running sums.
  return tables.map((table) => {
    for (let j = 1; j < T; j++) table[j] = (table[j] as number) + (table[j - 1] as number);
    return table.slice(0, T);
  });
}

/** The first j with times[j] > value. */
function firstAbove(times: Numbers, value: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
