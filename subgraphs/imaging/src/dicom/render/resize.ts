import type { Picture } from './draw.ts';

/** A part of a picture and the space it is to fill (PS3.18 8.3.5.1.3). */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Left, top, width and height in pixels of the picture; null for the whole. */
  readonly part: readonly [number, number, number, number] | null;
}

const cropped = (
  { width, height, channels, data }: Picture,
  [left, top, wide, high]: readonly [number, number, number, number],
): Picture => {
  const x = Math.min(Math.max(0, Math.floor(left)), width - 1);
  const y = Math.min(Math.max(0, Math.floor(top)), height - 1);
  const w = Math.max(1, Math.min(Math.floor(wide), width - x));
  const h = Math.max(1, Math.min(Math.floor(high), height - y));
  const out = new Uint8Array(w * h * channels);
  for (let row = 0; row < h; row++) {
    const from = ((y + row) * width + x) * channels;
    out.set(data.subarray(from, from + w * channels), row * w * channels);
  }
  return { width: w, height: h, channels, data: out };
};

/** One line of weights: for each pixel that is made, those that it is made of. */
const weights = (from: number, to: number) => {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const middle = (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const of = Array.from({ length: last - first + 1 }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k - middle) / reach),
    );
    const sum = of.reduce((a, b) => a + b, 0);
    return { first, of: sum === 0 ? [1] : of.map((one) => one / sum) };
  });
};

const sized = ({ width, height, channels, data }: Picture, w: number, h: number): Picture => {
  if (w === width && h === height) return { width, height, channels, data };
  const across = weights(width, w);
  const down = weights(height, h);
  const lines = new Float32Array(w * height * channels);
  for (let y = 0; y < height; y++)
    for (const [x, { first, of }] of across.entries())
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let k = 0; k < of.length; k++)
          sum += (of[k] ?? 0) * (data[(y * width + first + k) * channels + c] ?? 0);
        lines[(y * w + x) * channels + c] = sum;
      }
  const out = new Uint8Array(w * h * channels);
  const stride = w * channels;
  for (const [y, { first, of }] of down.entries())
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      for (let k = 0; k < of.length; k++)
        sum += (of[k] ?? 0) * (lines[(first + k) * stride + x] ?? 0);
      out[y * stride + x] = Math.round(sum);
    }
  return { width: w, height: h, channels, data: out };
};

/** The picture, or the part of it, as large as the viewport holds it with its sides in proportion. */
export const fit = (picture: Picture, { width, height, part }: Viewport): Picture => {
  const seen = part === null ? picture : cropped(picture, part);
  const scale = Math.min(width / seen.width, height / seen.height);
  const w = Math.max(1, Math.round(seen.width * scale));
  const h = Math.max(1, Math.round(seen.height * scale));
  return sized(seen, w, h);
};
