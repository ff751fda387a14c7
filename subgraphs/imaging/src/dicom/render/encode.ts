import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Picture } from './draw.ts';

export type PictureType = 'image/png' | 'image/jpeg';

const png = ({ width, height, channels, data }: Picture): Buffer => {
  const image = new PNG({ width, height });
  image.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const colorType = channels === 1 ? 0 : 2;
  return PNG.sync.write(image, { colorType, inputColorType: colorType, inputHasAlpha: false });
};

/** A picture as a file. @param quality of JPEG, 1 to 100 */
export const encode = (picture: Picture, type: PictureType, quality: number): Buffer => {
  if (type === 'image/png') return png(picture);
  const { width, height, channels, data } = picture;
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = data[channels === 1 ? i : i * 3 + c] ?? 0;
  return jpeg.encode({ data: rgba, width, height }, quality).data;
};
