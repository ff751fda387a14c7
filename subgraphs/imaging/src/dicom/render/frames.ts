import type { Element, Part10, Range } from '../part10/element.ts';
import { type ImageOf, NotDrawn } from './image.ts';

/** Bytes of one frame that is not encapsulated; of one bit each, frames follow each other within a byte. */
const bitsOfFrame = ({ rows, columns, samples, bitsAllocated, photometric }: ImageOf): number => {
  // Two pixels share their colour.
  const perPixel = photometric === 'YBR_FULL_422' ? 2 : samples;
  return rows * columns * perPixel * bitsAllocated;
};

/** Fragments of each frame by the offsets of an offset table. */
const byOffsets = (fragments: readonly Range[], offsets: readonly number[]): Range[][] => {
  const start = (fragments[0]?.at ?? 8) - 8;
  return offsets.map((offset, i) => {
    const end = offsets[i + 1] ?? Infinity;
    return fragments.filter(({ at }) => at - 8 - start >= offset && at - 8 - start < end);
  });
};

const tableOf = (bytes: Buffer, size: 4 | 8): number[] =>
  Array.from({ length: Math.floor(bytes.length / size) }, (_, i) =>
    size === 4 ? bytes.readUInt32LE(i * 4) : Number(bytes.readBigUInt64LE(i * 8)),
  );

/** JPEG and JPEG 2000 begin with these: what begins so is a frame's first fragment. */
const begins = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) || (bytes[0] === 0xff && bytes[1] === 0x4f);

const fragmentsOfFrames = (
  { data, bytes }: Part10,
  element: Element,
  frames: number,
): readonly (readonly Range[])[] => {
  const [basic, ...fragments] = element.fragments ?? [];
  if (frames === 1) return [fragments];
  if (basic !== undefined && basic.length >= frames * 4)
    return byOffsets(fragments, tableOf(bytes.read(basic.at, basic.length), 4));
  const extended = data.get('7FE00001');
  if (extended !== undefined && extended.range.length >= frames * 8)
    return byOffsets(fragments, tableOf(bytes.read(extended.range.at, extended.range.length), 8));
  if (fragments.length === frames) return fragments.map((fragment) => [fragment]);
  const parted: Range[][] = [];
  for (const fragment of fragments) {
    if (begins(bytes.read(fragment.at, Math.min(2, fragment.length)))) parted.push([]);
    parted.at(-1)?.push(fragment);
  }
  return parted;
};

/**
 * The ranges that hold a frame, from 1 as PS3.18 counts. Of images of one bit a frame may begin within a byte: `bit` says where.
 * @throws NotDrawn where there is no such frame
 */
export const frameOf = (
  file: Part10,
  image: ImageOf,
  frame: number,
): { readonly ranges: readonly Range[]; readonly bit: number } => {
  const element = file.data.get('7FE00010');
  if (element === undefined || frame < 1 || frame > image.frames)
    throw new NotDrawn(`There is no frame ${frame}; there are ${image.frames}.`);
  if (element.fragments !== undefined) {
    const ranges = fragmentsOfFrames(file, element, image.frames)[frame - 1];
    if (ranges === undefined || ranges.length === 0)
      throw new NotDrawn(`Frame ${frame} is announced and is not there.`);
    return { ranges, bit: 0 };
  }
  const bits = bitsOfFrame(image);
  const from = bits * (frame - 1);
  const at = Math.floor(from / 8);
  const length = Math.ceil((from + bits) / 8) - at;
  if (at + length > element.range.length)
    throw new NotDrawn(`Frame ${frame} is announced and is not there.`);
  return { ranges: [{ at: element.range.at + at, length }], bit: from % 8 };
};

export const joined = ({ bytes }: Pick<Part10, 'bytes'>, ranges: readonly Range[]): Buffer =>
  Buffer.concat(ranges.map(({ at, length }) => bytes.read(at, length)));
