import type { Line } from './line.ts';

/**
 * How a figure of a study differs between two releases: told alike; told otherwise, within the interval of the former or without one; beyond
 * the 95 % interval of the former; told by the later alone, or hidden in the former; told by the former alone, or hidden in the later.
 */
export type LineChange = 'SAME' | 'CHANGED' | 'BEYOND' | 'NEW' | 'GONE';

export interface LineBetween {
  readonly line: Line;
  readonly before: Line | null;
  readonly after: Line | null;
  readonly change: LineChange;
}

const valued = (line: Line | undefined): Line | null =>
  line === undefined || line.value === null ? null : line;

const changeOf = (before: Line | null, after: Line | null): LineChange => {
  if (before === null && after === null) return 'SAME';
  if (before === null) return 'NEW';
  if (after === null) return 'GONE';
  const value = after.value as number;
  const { lower, upper } = before;
  if ((lower !== null && value < lower) || (upper !== null && value > upper)) return 'BEYOND';
  const alike = (['value', 'lower', 'upper'] as const).every(
    (name) => before[name] === after[name],
  );
  return alike ? 'SAME' : 'CHANGED';
};

/** The same question on two releases, line by line, in the order of the later one; what that lacks comes last. */
export const changesBetween = (
  before: readonly Line[],
  after: readonly Line[],
): readonly LineBetween[] => {
  const former = new Map(before.map((line) => [line.key, line]));
  const later = new Set(after.map(({ key }) => key));
  const lines = [...after, ...before.filter(({ key }) => !later.has(key))];
  const now = new Map(after.map((line) => [line.key, line]));
  return lines.map((line) => {
    const [was, is] = [valued(former.get(line.key)), valued(now.get(line.key))];
    return { line, before: was, after: is, change: changeOf(was, is) };
  });
};
