import {
  type Around,
  type Bits,
  branchOf,
  forEach,
  type Happening,
  has,
  leavesOf,
  type Occurrence,
  type Timeline,
  type Tree,
} from '@nodp/cohorts/engine';
import type { CaseColumns } from './case-columns.ts';
import { originOf, type Track } from './tracks.ts';

/** The day on which something never came to be. */
export const NEVER = 0x7fffffff;

/** The index event of each case: its place in the track, -1 where there is none. */
export interface IndexDays {
  readonly track: Track;
  readonly place: Int32Array;
  readonly cases: Bits;
}

/** From which day on something is known to be true, and known to be false; one of them at most comes. */
interface Known {
  readonly yes: number;
  readonly no: number;
}

const nthSmallest = (days: readonly number[], n: number): number =>
  n <= 0 ? 0 : (days.toSorted((a, b) => a - b)[n - 1] ?? NEVER);

/** A tree is known to be true when enough of its parts are, whatever becomes of the others. */
const known = (tree: Tree<Around>, ofLeaf: (leaf: Around) => Known): Known => {
  const branch = branchOf(tree);
  if (branch === null) return ofLeaf(tree as Around);
  const of = branch.of.map((child) => known(child, ofLeaf));
  const [yes, no] = [of.map((each) => each.yes), of.map((each) => each.no)];
  const atLeast = (least: number): Known => ({
    yes: nthSmallest(yes, least),
    no: nthSmallest(no, of.length - least + 1),
  });
  const inverted = (each: Known): Known => ({ yes: each.no, no: each.yes });
  switch (branch.kind) {
    case 'all':
      return atLeast(of.length);
    case 'any':
      return atLeast(1);
    case 'not':
      return inverted(of[0] as Known);
    case 'atLeast':
      return atLeast(branch.count);
    case 'atMost':
      return inverted(atLeast(branch.count + 1));
  }
};

/**
 * When it is known how often something lies within the window: when the last of it came, or when the window has passed. What lasts
 * into a window is in it from the day on which that begins.
 */
const knownOf = (asked: Occurrence, track: Track, row: number, day: number): Known => {
  const met: number[] = [];
  for (let i = track.from[row] as number; i < (track.from[row + 1] as number); i++) {
    const [start, end] = [track.start[i] as number, track.end[i] as number];
    const late = asked.by === 'START' ? start : end;
    const early = asked.by === 'END' ? end : start;
    const from = asked.from ?? -Infinity;
    if (late - day >= from && early - day <= (asked.to ?? Infinity))
      met.push(asked.by === 'END' ? end : Math.max(start, day + from));
  }
  const passed = asked.to === null ? NEVER : day + asked.to;
  const enough = nthSmallest(met, asked.least);
  const few: Known = enough === NEVER ? { yes: NEVER, no: passed } : { yes: enough, no: NEVER };
  if (asked.most === null) return few;
  const over = met.length > asked.most ? nthSmallest(met, asked.most + 1) : NEVER;
  const many: Known =
    over !== NEVER || has(track.undated, row)
      ? { yes: NEVER, no: over === NEVER ? 0 : over }
      : { yes: passed, no: NEVER };
  return { yes: Math.max(few.yes, many.yes), no: Math.min(few.no, many.no) };
};

/**
 * From which day after its diagnosis on each case is known to meet a timeline: not before its index event, and not before a
 * window in which nothing was to happen has passed. So nobody is given a time in which nobody could die. That an event was the
 * last is known on no day: another may follow.
 */
export const settledDays = async (
  timeline: Timeline,
  cases: Bits,
  index: IndexDays,
  columns: CaseColumns,
  trackOf: (of: Happening) => Promise<Track>,
): Promise<Int32Array> => {
  const tracks = new Map<Around, Track>();
  for (const leaf of leavesOf(timeline.meets))
    if (leaf.kind === 'occurs') tracks.set(leaf, await trackOf(leaf.occurs.of));
  const days = new Int32Array(columns.rows).fill(NEVER);
  if (timeline.index.nth < 0) return days;
  forEach(cases, (row) => {
    const place = index.place[row] as number;
    const [start, end] = [index.track.start[place] as number, index.track.end[place] as number];
    const { yes } = known(timeline.meets, (leaf) => {
      if (leaf.kind === 'observed') return { yes: start + leaf.observed.after, no: NEVER };
      const { since, from, to } = leaf.occurs;
      const of = knownOf(
        leaf.occurs,
        tracks.get(leaf) as Track,
        row,
        since === 'START' ? start : end,
      );
      // Days from the last day of the index event are counted when that has come.
      const earliest = since === 'END' && (from !== null || to !== null) ? end : start;
      return { yes: Math.max(of.yes, earliest), no: Math.max(of.no, earliest) };
    });
    const origin = originOf(columns, row);
    if (yes === NEVER || origin < 0) return;
    days[row] = Math.max(0, Math.max(yes, start) - origin);
  });
  return days;
};
