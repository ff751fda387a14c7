import { randomInt } from 'node:crypto';

const FIRST = 1 << 10;

/**
 * 52 bits of a text, never 0: of a million different keys two are alike once in nine thousand files, and nobody can choose such, since each
 * file begins elsewhere. Two multiplicative hashes side by side with the last mix of MurmurHash3: a digest of SHA-256 took a tenth
 * of a row's time.
 */
const hashFrom = (seed: number) => {
  const [first, second] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  const mixed = (a: number, b: number): number =>
    Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return (text: string): number => {
    let [a, b] = [first, second];
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      a = Math.imul(a ^ sign, 0x9e3779b1);
      b = Math.imul(b ^ sign, 0x5f356495);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    return (mixed(b, a) >>> 12) * 0x1_0000_0000 + (mixed(a, b) >>> 0) + 1;
  };
};

/**
 * Which records a file has said already, and on what line: so that one that is said twice is found however far apart, in some 40 MB
 * for a million rows.
 */
export const fileKeys = () => {
  const bits = hashFrom(randomInt(2 ** 31));
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
