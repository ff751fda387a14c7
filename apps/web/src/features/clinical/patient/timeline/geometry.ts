/** Heights of lanes and rows, px. */
import type { LaidLane } from './layout.ts';

export const rowHeight = 20;
export const laneGap = 9;
export const axisHeight = 26;

/** A lane in its place; `head` is the room its name takes above its rows. */
export type Placed = LaidLane & { y: number; height: number; head: number };

/** Lanes one under another below the axis, each with `head` px above its rows. */
export function place(lanes: readonly LaidLane[], head = 0): { lanes: Placed[]; height: number } {
  let y = axisHeight;
  const placed = lanes.map((lane) => {
    const height = head + Math.max(lane.rows.length, 1) * rowHeight + laneGap;
    const at = y;
    y += height;
    return { ...lane, y: at, height, head };
  });
  return { lanes: placed, height: y + 2 };
}

/** The mark to go to from one by an arrow key: in its lane by time, or the nearest of the next lane. */
export function neighbour(
  lanes: readonly Placed[],
  id: string | null,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End',
): string | null {
  const byLane = lanes
    .map((lane) => lane.rows.flatMap((r) => r.marks).toSorted((a, b) => a.x - b.x))
    .filter((marks) => marks.length > 0);
  const lane = byLane.findIndex((marks) => marks.some((m) => m.id === id));
  const own = byLane[lane];
  if (!own) return byLane[0]?.[0]?.id ?? null;
  const index = own.findIndex((m) => m.id === id);
  switch (key) {
    case 'Home':
      return own[0]?.id ?? id;
    case 'End':
      return own.at(-1)?.id ?? id;
    case 'ArrowLeft':
      return own[index - 1]?.id ?? id;
    case 'ArrowRight':
      return own[index + 1]?.id ?? id;
    default: {
      const other = byLane[lane + (key === 'ArrowUp' ? -1 : 1)];
      const x = own[index]?.x ?? 0;
      if (!other) return id;
      return other.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a)).id;
    }
  }
}
