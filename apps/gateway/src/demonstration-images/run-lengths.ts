/** A run of bytes by PackBits: a count below 128 before as many bytes less one, or 257 less the count before a byte that repeats. */
const packed = (bytes: Uint8Array): number[] => {
  const into: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = bytes[at] as number;
    let same = 1;
    while (same < 128 && at + same < bytes.length && bytes[at + same] === value) same++;
    if (same > 1) {
      into.push(257 - same, value);
      at += same;
      continue;
    }
    let other = 1;
    while (other < 128 && at + other < bytes.length && bytes[at + other] !== bytes[at + other + 1])
      other++;
    into.push(other - 1, ...bytes.subarray(at, at + other));
    at += other;
  }
  return into;
};

/**
 * Pixels of 16 bits as one frame of RLE Lossless (PS3.5 annex G): the high bytes before the low ones, row by row.
 * @param columns pixels of a row: no run goes beyond its end
 */
export const runLengths = (pixels: Int16Array, columns: number): Buffer => {
  const segment = (shift: number): Buffer => {
    const bytes: number[] = [];
    for (let at = 0; at < pixels.length; at += columns)
      bytes.push(
        ...packed(
          Uint8Array.from(pixels.subarray(at, at + columns), (one) => (one >> shift) & 255),
        ),
      );
    return Buffer.from(bytes.length % 2 === 0 ? bytes : [...bytes, 0]);
  };
  const [high, low] = [segment(8), segment(0)];
  const head = Buffer.alloc(64);
  head.writeUInt32LE(2, 0);
  head.writeUInt32LE(64, 4);
  head.writeUInt32LE(64 + high.length, 8);
  return Buffer.concat([head, high, low]);
};
