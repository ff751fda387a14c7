/** Where things lie in a funnel plot. */
import { nice, ticks } from 'd3-array';
import { wordsWidth } from '../plot/scale.ts';

/** An axis: its ends and its ticks. */
export type Axis = { readonly start: number; readonly end: number; readonly ticks: number[] };

/** The axis of shares, per cent: as narrow as points and limits let it be, for differences are what a funnel is read for. */
export function shareAxis(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [start, end] = nice(low, high === low ? low + 1 : high, 5);
  return within(Math.max(0, start), Math.min(100, end));
}

/** The axis of numbers of cases, from none. */
export function casesAxis(largest: number, width: number): Axis {
  const count = Math.max(2, Math.floor(width / 90));
  const [start, end] = nice(0, Math.max(1, largest), count);
  const { ticks: all } = within(start, end, count);
  return { start, end, ticks: all.filter((tick) => Number.isInteger(tick)) };
}

const within = (start: number, end: number, count = 5): Axis => ({
  start,
  end,
  ticks: ticks(start, end, count),
});

export type Placed = { readonly name: string; readonly x: number; readonly y: number };
export type Name = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

const besidePoint = 8;
const lineHeight = 13;

/**
 * Names beside points, where there is room for them: to the right, else to the left; null where they would cover another
 * name or stand beyond the edge.
 * @param points the most telling first
 */
export function namesBeside(points: readonly Placed[], width: number): (Name | null)[] {
  const taken: { from: number; to: number; y: number }[] = [];
  return points.map(({ name, x, y }) => {
    const long = wordsWidth(name);
    const right = { from: x + besidePoint, to: x + besidePoint + long, y };
    const left = { from: x - besidePoint - long, to: x - besidePoint, y };
    const free = [right, left].find(
      ({ from, to }) =>
        from >= 0 &&
        to <= width &&
        taken.every((t) => to < t.from || from > t.to || Math.abs(t.y - y) >= lineHeight),
    );
    if (free === undefined) return null;
    taken.push(free);
    return free === right ? { x: free.from, y, anchor: 'start' } : { x: free.to, y, anchor: 'end' };
  });
}
