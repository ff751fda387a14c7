import { BiostatisticsError } from '../errors.ts';
import { logGamma } from '../special/index.ts';
import type { CheckedTable } from './table.ts';

/** Partial tables kept at one time; beyond it the table is one for the chi-square test. */
const mostPaths = 3_000_000;

/** Columns filled in all; some seconds of work. */
const mostFillings = 20_000_000;

/** ln likelihood so far, and how many partial tables share it. */
type Past = { readonly log: number; count: number };

/** What one way to fill a column leads to: the remaining row sums as a code, and Σ ln(cell!). */
type Visit = (rest: number, cost: number) => void;

/**
 * Two-sided p-value of an r × c table by the network algorithm (Mehta & Patel, JASA 1983;78:427).
 * Tables are filled a column at a time. Partial tables with the same remaining row sums, in any
 * order, and the same likelihood so far are one; a partial table is settled at once when all its
 * completions are no more likely than the table seen, or all more likely.
 */
export function fisherTablePValue({ cells, rowSums, columnSums, total }: CheckedTable): number {
  // The shorter margin makes the nodes, the longer one the stages, its largest sum first.
  const turned = rowSums.length > columnSums.length;
  const rows = Float64Array.from(turned ? columnSums : rowSums).sort();
  const columns = Float64Array.from(turned ? rowSums : columnSums)
    .sort()
    .reverse();
  const base = (rows.at(-1) as number) + 1;
  if (base ** rows.length > Number.MAX_SAFE_INTEGER) throw tooLarge();
  const logFactorial = Float64Array.from({ length: total + 1 }, (_, k) => logGamma(k + 1));
  const sumOf = (values: Iterable<number>) => {
    let sum = 0;
    for (const value of values) sum += logFactorial[value] as number;
    return sum;
  };
  // ln P(table) = constant − Σ ln(cell!).
  const constant = sumOf(rows) + sumOf(columns) - (logFactorial[total] as number);
  const limit = constant - sumOf(cells.flat()) + 1e-7;
  const fill = columnFiller(rows.length, base, logFactorial);
  const extremes = Array.from(columns, () => new Map<number, [number, number]>());

  /** ln of the least and the most likely completion, −Σ ln(cell!). */
  function extremesFrom(code: number, column: number): readonly [number, number] {
    if (column === columns.length) return [0, 0];
    const known = extremes[column]?.get(code);
    if (known !== undefined) return known;
    let least = Infinity;
    let most = -Infinity;
    fill(code, columns[column] as number, (rest, cost) => {
      const after = extremesFrom(rest, column + 1);
      if (after[0] - cost < least) least = after[0] - cost;
      if (after[1] - cost > most) most = after[1] - cost;
    });
    extremes[column]?.set(code, [least, most]);
    return [least, most];
  }

  let pValue = 0;
  let stage = new Map([[encode(rows, base), new Map([[0, { log: constant, count: 1 } as Past]])]]);
  for (let column = 0; column < columns.length; column++) {
    const next = new Map<number, Map<number, Past>>();
    let paths = 0;
    for (const [code, pasts] of stage) {
      const [least, most] = extremesFrom(code, column);
      const rest = decode(code, rows.length, base);
      let left = 0;
      for (const value of rest) left += value;
      // Σ over completions of Π 1/cell!: (remaining total)!/(Π rows! · Π columns!).
      const completions =
        (logFactorial[left] as number) - sumOf(rest) - sumOf(columns.subarray(column));
      const open: Past[] = [];
      for (const past of pasts.values()) {
        if (past.log + most <= limit) pValue += past.count * Math.exp(past.log + completions);
        else if (past.log + least <= limit) open.push(past);
      }
      if (open.length === 0) continue;
      fill(code, columns[column] as number, (reached, cost) => {
        let into = next.get(reached);
        if (into === undefined) {
          into = new Map();
          next.set(reached, into);
        }
        for (const { log, count } of open) {
          // Likelihoods equal up to rounding are one path.
          const bucket = Math.round((log - cost) * 1e9);
          const known = into.get(bucket);
          if (known !== undefined) known.count += count;
          else {
            into.set(bucket, { log: log - cost, count });
            paths++;
          }
        }
      });
      if (paths > mostPaths) throw tooLarge();
    }
    stage = next;
  }
  for (const pasts of stage.values()) {
    for (const { log, count } of pasts.values()) if (log <= limit) pValue += count * Math.exp(log);
  }
  return Math.min(1, pValue);
}

/** Goes through every way to take a column's sum from the rows. */
function columnFiller(width: number, base: number, logFactorial: Float64Array) {
  let fillings = 0;
  return (code: number, columnSum: number, visit: Visit): void => {
    const rest = decode(code, width, base);
    const after = new Float64Array(width);
    const sorted = new Float64Array(width);
    const room = new Float64Array(width + 1);
    for (let i = width - 1; i >= 0; i--) room[i] = (room[i + 1] as number) + (rest[i] as number);
    const place = (i: number, left: number, cost: number): void => {
      if (i === width) {
        if (++fillings > mostFillings) throw tooLarge();
        sorted.set(after);
        visit(encode(sorted.sort(), base), cost);
        return;
      }
      const row = rest[i] as number;
      const most = Math.min(left, row);
      for (let cell = Math.max(0, left - (room[i + 1] as number)); cell <= most; cell++) {
        after[i] = row - cell;
        place(i + 1, left - cell, cost + (logFactorial[cell] as number));
      }
    };
    place(0, columnSum, 0);
  };
}

/** Row sums as the digits of one number. */
function encode(rows: Float64Array, base: number): number {
  let code = 0;
  for (const row of rows) code = code * base + row;
  return code;
}

function decode(code: number, width: number, base: number): Float64Array {
  const rows = new Float64Array(width);
  let left = code;
  for (let i = width - 1; i >= 0; i--) {
    rows[i] = left % base;
    left = Math.floor(left / base);
  }
  return rows;
}

function tooLarge(): BiostatisticsError {
  return new BiostatisticsError(
    'out-of-range',
    'table',
    'has too many possible fillings for an exact test; use the chi-square test',
  );
}
