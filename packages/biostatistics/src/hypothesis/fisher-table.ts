import { BiostatisticsError } from '../errors.ts';
import { logGamma } from '../special/index.ts';
import type { CheckedTable } from './table.ts';

/** Remaining row sums (sorted) and the columns still to fill: a node of Mehta & Patel's network. */
type Node = { readonly rows: readonly number[]; readonly column: number };

/** Paths kept at one time; beyond it the table is one for the chi-square test. */
const mostPaths = 2_000_000;

/**
 * Two-sided p-value of an r × c table by the network algorithm (Mehta & Patel, JASA 1983;78:427).
 * Tables are filled a column at a time. Partial tables with the same remaining row sums, in any
 * order, and the same likelihood so far are one; a partial table is settled at once when all its
 * completions are no more likely than the table seen, or all more likely.
 */
export function fisherTablePValue({ cells, rowSums, columnSums, total }: CheckedTable): number {
  // The shorter margin makes the nodes, the longer one the stages.
  const turned = rowSums.length > columnSums.length;
  const rows = [...(turned ? columnSums : rowSums)].sort((a, b) => a - b);
  const columns = [...(turned ? rowSums : columnSums)].sort((a, b) => b - a);
  const logFactorial = Float64Array.from({ length: total + 1 }, (_, k) => logGamma(k + 1));
  const sum = (values: readonly number[]) =>
    values.reduce((all, value) => all + (logFactorial[value] as number), 0);
  // ln P(table) = constant − Σ ln(cell!).
  const constant = sum(rows) + sum(columns) - (logFactorial[total] as number);
  const limit = constant - sum(cells.flat()) + 1e-7;
  const extremes = new Map<string, readonly [number, number]>();

  let stage = new Map<string, Map<string, [number, number]>>();
  stage.set(rows.join(), new Map([['0', [constant, 1]]]));
  let pValue = 0;
  for (let column = 0; column < columns.length; column++) {
    const next = new Map<string, Map<string, [number, number]>>();
    let paths = 0;
    for (const [key, pasts] of stage) {
      const node: Node = { rows: key.split(',').map(Number), column };
      const [least, most] = extremesFrom(node);
      const completions = allCompletions(node);
      const open: [number, number][] = [];
      for (const [log, count] of pasts.values()) {
        if (log + most <= limit) pValue += count * Math.exp(log + completions);
        else if (log + least <= limit) open.push([log, count]);
      }
      if (open.length === 0) continue;
      for (const [rest, cost] of fillings(node)) {
        let into = next.get(rest);
        if (into === undefined) {
          into = new Map();
          next.set(rest, into);
        }
        for (const [log, count] of open) {
          const reached = log - cost;
          // Likelihoods equal up to rounding are one path.
          const bucket = reached.toFixed(9);
          const known = into.get(bucket);
          if (known !== undefined) known[1] += count;
          else {
            into.set(bucket, [reached, count]);
            paths++;
          }
        }
      }
      if (paths > mostPaths) {
        throw new BiostatisticsError(
          'out-of-range',
          'table',
          'has too many possible fillings for an exact test; use the chi-square test',
        );
      }
    }
    stage = next;
  }
  for (const pasts of stage.values()) {
    for (const [log, count] of pasts.values()) if (log <= limit) pValue += count * Math.exp(log);
  }
  return Math.min(1, pValue);

  /** ln Σ over completions of Π 1/cell!: (remaining total)!/(Π rows! Π columns!) . */
  function allCompletions({ rows: rest, column }: Node): number {
    const left = rest.reduce((all, value) => all + value, 0);
    return (logFactorial[left] as number) - sum(rest) - sum(columns.slice(column));
  }

  /** ln of the least and the most likely completion, −Σ ln(cell!). */
  function extremesFrom(node: Node): readonly [number, number] {
    if (node.column === columns.length) return [0, 0];
    if (node.column === columns.length - 1) {
      const only = -sum(node.rows);
      return [only, only];
    }
    const key = `${node.column}:${node.rows.join()}`;
    const known = extremes.get(key);
    if (known !== undefined) return known;
    let least = Infinity;
    let most = -Infinity;
    for (const [rest, cost] of fillings(node)) {
      const after = extremesFrom({ rows: rest.split(',').map(Number), column: node.column + 1 });
      least = Math.min(least, after[0] - cost);
      most = Math.max(most, after[1] - cost);
    }
    const found = [least, most] as const;
    extremes.set(key, found);
    return found;
  }

  /** Every way to fill the node's column: remaining rows (sorted, joined) and Σ ln(cell!). */
  function* fillings({ rows: rest, column }: Node): Generator<readonly [string, number]> {
    const cellsOf = new Array<number>(rest.length).fill(0);
    const roomAfter = new Array<number>(rest.length + 1).fill(0);
    for (let i = rest.length - 1; i >= 0; i--) {
      roomAfter[i] = (roomAfter[i + 1] as number) + (rest[i] as number);
    }
    yield* place(0, columns[column] as number, 0);
    function* place(i: number, left: number, cost: number): Generator<readonly [string, number]> {
      if (i === rest.length) {
        const after = rest.map((value, k) => value - (cellsOf[k] as number)).sort((a, b) => a - b);
        yield [after.join(), cost];
        return;
      }
      const from = Math.max(0, left - (roomAfter[i + 1] as number));
      const to = Math.min(left, rest[i] as number);
      for (let cell = from; cell <= to; cell++) {
        cellsOf[i] = cell;
        yield* place(i + 1, left - cell, cost + (logFactorial[cell] as number));
      }
    }
  }
}
