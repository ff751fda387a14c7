import { hash } from 'node:crypto';

const FIRST = 1 << 10;

/** The first 52 bits of a hash: of a million different keys two are alike once in twenty thousand files. */
const bits = (text: string): number => Number.parseInt(hash('sha256', text).slice(0, 13), 16) + 1;

/**
 * Which records a file has said already, and on what line: so that one that is said twice is found however far apart, in some 40 MB
 * for a million rows.
 */
export const fileKeys = () => {
  let size = FIRST;
  let count = 0;
  let keys = new Float64Array(size);
  let contents = new Float64Array(size);
  let lines = new Uint32Array(size);

  const place = (key: number): number => {
    let at = key % size;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) % size;
    return at;
  };
  const grow = (): void => {
    const [before, said, stood] = [keys, contents, lines];
    size *= 2;
    [keys, contents, lines] = [
      new Float64Array(size),
      new Float64Array(size),
      new Uint32Array(size),
    ];
    for (const [i, key] of before.entries()) {
      if (key === 0) continue;
      const at = place(key);
      [keys[at], contents[at], lines[at]] = [key, said[i] ?? 0, stood[i] ?? 0];
    }
  };
  return {
    /** @returns the line that said it first, and whether it said the same; null where none did */
    seen: (key: string, content: string, line: number) => {
      if (count * 2 >= size) grow();
      const [wanted, says] = [bits(key), bits(content)];
      const at = place(wanted);
      if (keys[at] === wanted) return { line: lines[at] ?? 0, same: contents[at] === says };
      [keys[at], contents[at], lines[at]] = [wanted, says, line];
      count++;
      return null;
    },
  };
};

export type FileKeys = ReturnType<typeof fileKeys>;
