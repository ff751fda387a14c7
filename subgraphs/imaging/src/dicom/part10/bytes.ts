/** Bytes that are read in pieces: an object that is stored, or what a deflated one holds. */
export interface Bytes {
  readonly size: number;
  /** @throws RangeError where the range does not lie within */
  read(at: number, length: number): Buffer;
}

/** Bytes that lie in memory. */
export const bytesOf = (held: Uint8Array): Bytes => {
  const buffer = Buffer.from(held.buffer, held.byteOffset, held.byteLength);
  return {
    size: buffer.length,
    read: (at, length) => {
      if (at < 0 || length < 0 || at + length > buffer.length)
        throw new RangeError(`${length} bytes at ${at} do not lie within ${buffer.length}.`);
      return buffer.subarray(at, at + length);
    },
  };
};
