/** Does work in turns by key: so much of one key at once, what comes after it in its order. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T | null>;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * What is judged by a count of what went wrong before (a password, a code) is not tried by more at once than the count lets
 * pass: a thousand at the same moment would all find it as it was before the first of them.
 * @param most at once, of one key
 * @param mostWaiting of one key; beyond that the work is not done, and the answer is null
 */
export const turns = (most: number, mostWaiting: number): Turns => {
  const lines = new Map<string, Line>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running < most) line.running++;
    else {
      if (line.waiting.length >= mostWaiting) return null;
      // Whoever ends hands its place on.
      await new Promise<void>((begin) => line.waiting.push(begin));
    }
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if (--line.running === 0) lines.delete(key);
    }
  };
};
