import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Frame, framed, frameReader } from './frames.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((p) => (typeof p === 'number' ? Buffer.from([p]) : Buffer.from(p))));
const said = (frames: readonly Frame[]): string[] =>
  frames.map((f) =>
    'message' in f
      ? Buffer.from(f.message).toString()
      : 'tooLong' in f
        ? '(too long)'
        : `(${f.stray} stray)`,
  );
const read = (longest: number, ...chunks: Uint8Array[]): string[] => {
  const reader = frameReader(longest);
  return said(chunks.flatMap((chunk) => reader(chunk)));
};
const [VT, FS, CR] = [0x0b, 0x1c, 0x0d];

test('two messages in one chunk are two', () => {
  expect(read(99, bytes(VT, 'A', FS, CR, VT, 'B', FS, CR))).toEqual(['A', 'B']);
});

test('a message is whole wherever the chunks part it, its first byte alone included', () => {
  expect(read(99, bytes(VT), bytes('A'), bytes('B', FS), bytes(CR, VT, 'C'), bytes(FS))).toEqual([
    'AB',
    'C',
  ]);
});

test('line ends and NUL between frames mean nothing, other bytes are told', () => {
  expect(read(99, bytes(VT, 'A', FS, CR, '\n', 0, VT, 'B', FS, CR))).toEqual(['A', 'B']);
  expect(read(99, bytes('GET / HTTP', VT, 'B', FS, CR))).toEqual(['(10 stray)', 'B']);
});

test('a message that was given up does not take the next one with it', () => {
  expect(read(99, bytes(VT, 'half', VT, 'whole', FS, CR))).toEqual(['(4 stray)', 'whole']);
});

test('what is too long is passed over and told, and the next message is taken', () => {
  expect(read(3, bytes(VT, 'abc'), bytes('d', FS, CR, VT, 'abc', FS, CR))).toEqual([
    '(too long)',
    'abc',
  ]);
});

test('however the bytes are parted, the messages are the same', () => {
  const message = fc
    .uint8Array({ maxLength: 20 })
    .map((b) => b.filter((x) => x !== VT && x !== FS));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.array(fc.nat(60)), (messages, cuts) => {
      const wire = Buffer.concat(messages.map(framed));
      const at = [0, ...cuts.filter((c) => c < wire.length).sort((a, b) => a - b), wire.length];
      const reader = frameReader();
      const frames = at.slice(1).flatMap((to, i) => reader(wire.subarray(at[i], to)));
      expect(frames.map((f) => ('message' in f ? [...f.message] : f))).toEqual(
        messages.map((m) => [...m]),
      );
    }),
  );
});

test('a long message is whole, whether it comes byte by byte or in large pieces between', () => {
  const long = Buffer.from(Array.from({ length: 20_000 }, (_, i) => 0x20 + (i % 90)));
  const wire = Buffer.from(framed(long));
  const reader = frameReader();
  const frames: Frame[] = [];
  for (let at = 0; at < wire.length; ) {
    const size = at % 10_000 === 100 ? 6_000 : 1;
    frames.push(...reader(wire.subarray(at, at + size)));
    at += size;
  }
  expect(said(frames)).toEqual([long.toString()]);
});
