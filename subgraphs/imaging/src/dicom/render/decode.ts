import codecs from 'dcmjs-codecs';
import type { Part10 } from '../part10/element.ts';
import { frameOf, joined } from './frames.ts';
import { type ImageOf, NotDrawn } from './image.ts';

const { Context, NativeCodecs } = codecs;

/** A frame as samples in order: of colour interleaved, in RGB unless it is said otherwise. */
export interface Decoded {
  readonly samples: Uint8Array | Uint16Array | Int8Array | Int16Array | Uint32Array | Int32Array;
  readonly photometric: string;
}

type Decoder = (context: InstanceType<typeof Context>) => InstanceType<typeof Context>;
const jpeg: Decoder = (context) =>
  NativeCodecs.decodeJpeg(context, { convertColorspaceToRgb: true });
const jpegLs: Decoder = (context) => NativeCodecs.decodeJpegLs(context);
const jpeg2000: Decoder = (context) => NativeCodecs.decodeJpeg2000(context);
const throughput: Decoder = (context) => NativeCodecs.decodeHtJpeg2000(context);

const BASE = '1.2.840.10008.1.2.';
const RLE = `${BASE}5`;

/** Transfer syntaxes of encapsulated frames that are decoded. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  [RLE]: (context) => NativeCodecs.decodeRle(context),
  [`${BASE}4.50`]: jpeg,
  [`${BASE}4.51`]: jpeg,
  [`${BASE}4.57`]: jpeg,
  [`${BASE}4.70`]: jpeg,
  [`${BASE}4.80`]: jpegLs,
  [`${BASE}4.81`]: jpegLs,
  [`${BASE}4.90`]: jpeg2000,
  [`${BASE}4.91`]: jpeg2000,
  [`${BASE}4.201`]: throughput,
  [`${BASE}4.202`]: throughput,
  [`${BASE}4.203`]: throughput,
};

const swapped = (bytes: Buffer, size: number): Buffer => {
  const copy = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % size)));
  return size === 4 ? copy.swap32() : copy.swap16();
};

const typed = (bytes: Uint8Array, { bitsAllocated, signed }: ImageOf): Decoded['samples'] => {
  const copy = Uint8Array.from(bytes);
  if (bitsAllocated === 8) return signed ? new Int8Array(copy.buffer) : copy;
  if (bitsAllocated === 16) {
    const length = copy.length >> 1;
    return signed
      ? new Int16Array(copy.buffer, 0, length)
      : new Uint16Array(copy.buffer, 0, length);
  }
  const length = copy.length >> 2;
  return signed ? new Int32Array(copy.buffer, 0, length) : new Uint32Array(copy.buffer, 0, length);
};

/** What is stored of each sample, without the bits around it (PS3.5 8.1.1); signed ones keep their sign. */
const masked = (samples: Decoded['samples'], image: ImageOf): Decoded['samples'] => {
  const { bitsAllocated, bitsStored, highBit, signed } = image;
  const down = highBit + 1 - bitsStored;
  if (bitsStored === bitsAllocated && down === 0) return samples;
  const up = 32 - bitsStored;
  for (let i = 0; i < samples.length; i++) {
    const value = (samples[i] ?? 0) >>> down;
    samples[i] = signed ? (value << up) >> up : (value << up) >>> up;
  }
  return samples;
};

const bitsIn = (bytes: Buffer, bit: number, many: number): Uint8Array =>
  Uint8Array.from(
    { length: many },
    (_, i) => ((bytes[(bit + i) >> 3] ?? 0) >> ((bit + i) & 7)) & 1,
  );

/** Planes one after the other, made one sample of each. */
const interleaved = (samples: Decoded['samples'], pixels: number): Decoded['samples'] => {
  const out = samples.slice();
  for (let i = 0; i < pixels; i++)
    for (let plane = 0; plane < 3; plane++) out[i * 3 + plane] = samples[plane * pixels + i] ?? 0;
  return out;
};

/** Y1 Y2 Cb Cr of two pixels, made Y Cb Cr of each. */
const upsampled = (samples: Decoded['samples'], pixels: number): Uint8Array => {
  const out = new Uint8Array(pixels * 3);
  for (let pair = 0; pair * 2 < pixels; pair++)
    for (let i = 0; i < 2 && pair * 2 + i < pixels; i++) {
      const to = (pair * 2 + i) * 3;
      out[to] = samples[pair * 4 + i] ?? 0;
      out[to + 1] = samples[pair * 4 + 2] ?? 0;
      out[to + 2] = samples[pair * 4 + 3] ?? 0;
    }
  return out;
};

let started: Promise<void> | undefined;

const unpacked = async (file: Part10, image: ImageOf, encoded: Buffer): Promise<Decoded> => {
  const decode = DECODERS[file.transferSyntax];
  if (decode === undefined)
    throw new NotDrawn(`Pixels in the transfer syntax ${file.transferSyntax} are not drawn.`);
  started ??= NativeCodecs.initializeAsync();
  await started;
  const { rows, columns, samples, bitsAllocated, bitsStored, signed, planar, photometric } = image;
  const context = new Context({
    ...{ width: columns, height: rows, bitsAllocated, bitsStored },
    samplesPerPixel: samples,
    pixelRepresentation: signed ? 1 : 0,
    planarConfiguration: planar ? 1 : 0,
    photometricInterpretation: photometric,
    encodedBuffer: encoded,
  });
  const decoded = decode(context);
  const buffer = decoded.getDecodedBuffer();
  const size = rows * columns * samples * (bitsAllocated / 8);
  if (buffer === undefined || buffer.length < size)
    throw new NotDrawn('The frame does not decode to the size that is announced.');
  const values = masked(typed(buffer.subarray(0, size), image), {
    ...image,
    highBit: bitsStored - 1,
  });
  const planes = samples === 3 && (decoded.getPlanarConfiguration() ?? 0) === 1;
  const said = decoded.getPhotometricInterpretation() ?? photometric;
  // The transformation of JPEG 2000 and of converted JPEG is undone by the decoder.
  const isRgb =
    file.transferSyntax !== RLE && samples === 3 && /^(YBR_ICT|YBR_RCT|RGB)$/.test(said);
  return {
    samples: planes ? interleaved(values, rows * columns) : values,
    photometric: isRgb ? 'RGB' : said,
  };
};

/**
 * Decodes a frame.
 * @param frame from 1
 * @throws NotDrawn where there is no such frame or it does not decode
 */
export const decodeFrame = async (
  file: Part10,
  image: ImageOf,
  frame: number,
): Promise<Decoded> => {
  const { ranges, bit } = frameOf(file, image, frame);
  const bytes = joined(file, ranges);
  if (file.data.get('7FE00010')?.fragments !== undefined) {
    try {
      return await unpacked(file, image, bytes);
    } catch (error) {
      if (error instanceof NotDrawn) throw error;
      throw new NotDrawn(`The frame does not decode: ${(error as Error)?.message ?? error}`);
    }
  }
  const { bitsAllocated, samples, photometric, rows, columns, planar } = image;
  const pixels = rows * columns;
  if (bitsAllocated === 1) return { samples: bitsIn(bytes, bit, pixels * samples), photometric };
  const { littleEndian } = file.encoding;
  const words = file.data.get('7FE00010')?.vr === 'OW';
  const swap = littleEndian ? 0 : bitsAllocated > 8 ? bitsAllocated / 8 : words ? 2 : 0;
  const values = masked(typed(swap === 0 ? bytes : swapped(bytes, swap), image), image);
  if (photometric === 'YBR_FULL_422')
    return { samples: upsampled(values, pixels), photometric: 'YBR_FULL' };
  return { samples: samples === 3 && planar ? interleaved(values, pixels) : values, photometric };
};
