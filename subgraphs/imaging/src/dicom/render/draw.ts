import { asciiOf, type Part10 } from '../part10/element.ts';
import { decodeFrame } from './decode.ts';
import { decimalsFrom, groupsOf, type ImageOf, imageOf, itemOf, NotDrawn } from './image.ts';
import { type Lookup, lookupOf, mapped, paddingOf } from './lookup.ts';
import { shadeOf, type Window, windowOf, windowOfAll } from './window.ts';

/** A picture of shades (1 channel) or of red, green and blue (3), 8 bits each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

const byte = (share: number): number => Math.min(255, Math.max(0, Math.round(share * 255)));

/** The window that the file proposes for a frame; null where it proposes none. */
const proposed = (file: Part10, frame: number): Window | null => {
  const sets = groupsOf(file.data, frame, '00289132');
  const [center = Number.NaN] = decimalsFrom(file, sets, '00281050');
  const [width = Number.NaN] = decimalsFrom(file, sets, '00281051');
  const shape = sets.map((set) => asciiOf(file.bytes, set, '00281056')).find((text) => text !== '');
  return windowOf(center, width, shape ?? '');
};

const grey = async (
  file: Part10,
  image: ImageOf,
  frame: number,
  asked: Window | null,
): Promise<Uint8Array> => {
  const { samples } = await decodeFrame(file, image, frame);
  const { data, bytes } = file;
  const sets = groupsOf(data, frame, '00289145');
  const [slope = 1] = decimalsFrom(file, sets, '00281053');
  const [intercept = 0] = decimalsFrom(file, sets, '00281052');
  const table = ['00283002', '00283006'] as const;
  const modality = lookupOf(file, itemOf(data, '00283000'), table, image.signed);
  const voi =
    asked === null
      ? lookupOf(file, itemOf(data, '00283010'), table, image.signed || intercept < 0)
      : null;
  const modalityOf = (stored: number): number =>
    modality === null ? stored * slope + intercept : mapped(modality, stored);
  const inFile = asked ?? (voi === null ? proposed(file, frame) : null);
  const padding = paddingOf(file);
  const window =
    inFile ??
    windowOfAll(
      Float64Array.from(samples, (stored) =>
        stored === padding ? modalityOf(padding) : modalityOf(stored),
      ),
      padding === null ? null : modalityOf(padding),
    );
  const shade = (stored: number): number => {
    const value = modalityOf(stored);
    return voi === null
      ? byte(shadeOf(value, window))
      : byte(mapped(voi, value) / (2 ** voi.bits - 1));
  };
  const inverse =
    image.photometric === 'MONOCHROME1' || asciiOf(bytes, data, '20500020') === 'INVERSE';
  // Each stored value is worked out once: a frame has far more pixels than values.
  const known = new Map<number, number>();
  const small = image.bitsAllocated <= 16 ? new Int16Array(65_536).fill(-1) : null;
  const out = new Uint8Array(image.rows * image.columns);
  for (let i = 0; i < out.length; i++) {
    const stored = samples[i] ?? 0;
    const at = stored & 0xffff;
    let level = small === null ? known.get(stored) : small[at];
    if (level === undefined || level < 0) {
      const drawn = shade(stored);
      level = inverse ? 255 - drawn : drawn;
      if (small === null) known.set(stored, level);
      else small[at] = level;
    }
    out[i] = level;
  }
  return out;
};

const RED = ['00281101', '00281201'] as const;
const GREEN = ['00281102', '00281202'] as const;
const BLUE = ['00281103', '00281203'] as const;

const palette = async (file: Part10, image: ImageOf, frame: number): Promise<Uint8Array> => {
  const tables = [RED, GREEN, BLUE].map((tags) => lookupOf(file, file.data, tags, image.signed));
  if (tables.some((table) => table === null))
    throw new NotDrawn('A segmented palette, or none, is not drawn.');
  const [red, green, blue] = tables as [Lookup, Lookup, Lookup];
  const { samples } = await decodeFrame(file, image, frame);
  const level = (table: Lookup, stored: number) => {
    const value = mapped(table, stored);
    return table.bits > 8 ? value >> 8 : value;
  };
  const out = new Uint8Array(image.rows * image.columns * 3);
  for (let i = 0; i * 3 < out.length; i++) {
    const stored = samples[i] ?? 0;
    out[i * 3] = level(red, stored);
    out[i * 3 + 1] = level(green, stored);
    out[i * 3 + 2] = level(blue, stored);
  }
  return out;
};

const colour = async (file: Part10, image: ImageOf, frame: number): Promise<Uint8Array> => {
  const { samples, photometric } = await decodeFrame(file, image, frame);
  const down = Math.max(0, image.bitsStored - 8);
  const out = new Uint8Array(image.rows * image.columns * 3);
  if (!photometric.startsWith('YBR')) {
    for (let i = 0; i < out.length; i++) out[i] = (samples[i] ?? 0) >> down;
    return out;
  }
  // PS3.3 C.7.6.3.1.2.
  for (let i = 0; i < out.length; i += 3) {
    const [y, cb, cr] = [samples[i] ?? 0, (samples[i + 1] ?? 0) - 128, (samples[i + 2] ?? 0) - 128];
    out[i] = byte((y + 1.402 * cr) / 255);
    out[i + 1] = byte((y - 0.344136 * cb - 0.714136 * cr) / 255);
    out[i + 2] = byte((y + 1.772 * cb) / 255);
  }
  return out;
};

/**
 * Draws a frame as PS3.18 8.3.5 (rendered) says: through the window that is asked for, else through the one that the file proposes, else so
 * that all values are seen.
 * @param frame from 1
 * @throws NotDrawn where the frame cannot be drawn
 */
export const drawFrame = async (
  file: Part10,
  frame: number,
  asked: Window | null,
): Promise<Picture> => {
  const image = imageOf(file);
  const { columns: width, rows: height, photometric, samples } = image;
  if (photometric === 'PALETTE COLOR')
    return { width, height, channels: 3, data: await palette(file, image, frame) };
  if (samples === 3) return { width, height, channels: 3, data: await colour(file, image, frame) };
  return { width, height, channels: 1, data: await grey(file, image, frame, asked) };
};
