import fc from 'fast-check';

export type Bytes = Uint8Array<ArrayBuffer>;
export const bytes = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

/** What becomes of a file on its way. */
export interface Harm {
  readonly kind: 'cut' | 'put' | 'over' | 'again' | 'lost';
  /** Share of the file before it. */
  readonly at: number;
  readonly what: Uint8Array;
  readonly length: number;
  readonly times: number;
}

export const harm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constantFrom('cut', 'put', 'over', 'again', 'lost'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      ...['\u0000', '\uFFFE', '"', '<', '&', '\r', '|', '{', '\u202E', 'é', '9'.repeat(400)].map(
        bytes,
      ),
    ),
  ),
  length: fc.nat(60),
  times: fc.nat(200),
});

export const harmed = (file: Bytes, harms: readonly Harm[]): Bytes =>
  harms.reduce<Bytes>((now, one) => {
    const at = Math.floor(one.at * now.length);
    const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
    if (one.kind === 'cut') return now.slice(0, at);
    if (one.kind === 'put') return joined(now.subarray(0, at), one.what, now.subarray(at));
    if (one.kind === 'over')
      return joined(now.subarray(0, at), one.what, now.subarray(at + one.what.length));
    const [before, part, after] = [
      now.subarray(0, at),
      now.subarray(at, at + one.length),
      now.subarray(at + one.length),
    ];
    if (one.kind === 'lost') return joined(before, after);
    return joined(before, ...Array<Uint8Array>(one.times).fill(part), after);
  }, file);
