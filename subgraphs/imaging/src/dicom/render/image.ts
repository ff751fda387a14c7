import { asciiOf, type DataSet, decimalsOf, type Part10, wholeOf } from '../part10/element.ts';

/** What the image pixel module says of an instance (PS3.3 C.7.6.3). */
export interface ImageOf {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  readonly planar: boolean;
  readonly photometric: string;
  readonly frames: number;
}

/** An instance, or a frame of it, that is not drawn; the message says why. */
export class NotDrawn extends Error {}

/** Pixels of a frame: more than any detector or slide's tile has. */
const MOST_PIXELS = 64 * 2 ** 20;

/** @throws NotDrawn where the instance has no pixels, or says of them what cannot be */
export const imageOf = (file: Part10): ImageOf => {
  const { data, bytes } = file;
  if (!data.has('7FE00010') && !data.has('7FE00008') && !data.has('7FE00009'))
    throw new NotDrawn('This instance has no pixel data.');
  if (!data.has('7FE00010')) throw new NotDrawn('Pixels of floating point are not drawn.');
  const whole = (tag: string, otherwise: number) => wholeOf(file, data, tag) ?? otherwise;
  const bitsAllocated = whole('00280100', 8);
  const image: ImageOf = {
    rows: whole('00280010', 0),
    columns: whole('00280011', 0),
    samples: whole('00280002', 1),
    bitsAllocated,
    bitsStored: whole('00280101', bitsAllocated),
    highBit: whole('00280102', whole('00280101', bitsAllocated) - 1),
    signed: whole('00280103', 0) === 1,
    planar: whole('00280006', 0) === 1,
    photometric: asciiOf(bytes, data, '00280004'),
    frames: Math.max(1, whole('00280008', 1)),
  };
  const { rows, columns, samples } = image;
  if (rows < 1 || columns < 1 || rows * columns > MOST_PIXELS)
    throw new NotDrawn(`An image of ${columns} × ${rows} pixels is not drawn.`);
  if (![1, 8, 16, 32].includes(bitsAllocated) || ![1, 3].includes(samples))
    throw new NotDrawn(`${samples} samples of ${bitsAllocated} bits are not drawn.`);
  if (image.bitsStored < 1 || image.bitsStored > bitsAllocated || image.highBit >= bitsAllocated)
    throw new NotDrawn('The bits that are stored do not fit those that are allocated.');
  return image;
};

/** The first item of a sequence. */
export const itemOf = (set: DataSet | undefined, tag: string): DataSet | undefined =>
  set?.get(tag)?.items?.[0];

/** Where a frame's attribute is searched for: its own functional group, the shared one, the instance. */
export const groupsOf = (data: DataSet, frame: number, sequence: string): readonly DataSet[] =>
  [
    itemOf(data.get('52009230')?.items?.[frame - 1], sequence),
    itemOf(itemOf(data, '52009229'), sequence),
    data,
  ].filter((set) => set !== undefined);

/** The decimals of an attribute where it is found first. */
export const decimalsFrom = (
  { bytes }: Pick<Part10, 'bytes'>,
  sets: readonly DataSet[],
  tag: string,
): number[] => {
  for (const set of sets) {
    const found = decimalsOf(bytes, set, tag);
    if (found.length > 0) return found;
  }
  return [];
};
