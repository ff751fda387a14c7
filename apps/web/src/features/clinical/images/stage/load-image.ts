import type { Picture } from './instance.ts';
import { firstPart } from './multipart.ts';

const address = ({ study, series, instance, frame }: Picture): string =>
  `/dicom-web/studies/${study}/series/${series}/instances/${instance}/frames/${frame}`;

const bytesAt = async (path: string, accept: string): Promise<Response> => {
  const response = await fetch(path, { headers: { accept } });
  if (!response.ok) throw new Error(`The image cannot be had (${response.status}).`);
  return response;
};

const typed = (bytes: Uint8Array, { bits, signed }: Picture) => {
  const whole = Uint8Array.from(bytes).buffer;
  if (bits === 32) return signed ? new Int32Array(whole) : new Uint32Array(whole);
  if (bits === 16) return signed ? new Int16Array(whole) : new Uint16Array(whole);
  return signed ? new Int8Array(whole) : new Uint8Array(whole);
};

/** Values as they are meant (CT: HU), of 16 bits where all of them fit. */
const rescaled = (stored: ReturnType<typeof typed>, { slope, intercept }: Picture) => {
  const values = Float32Array.from(stored, (one) => one * slope + intercept);
  let [min, max, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (!Number.isInteger(value)) isWhole = false;
  }
  const fits = isWhole && min >= -32_768 && max <= 32_767;
  return { values: fits ? Int16Array.from(values) : values, min, max };
};

const colours = async (picture: Picture) => {
  const response = await bytesAt(`${address(picture)}/rendered`, 'image/png');
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return { data: new Uint8Array(data), width: bitmap.width, height: bitmap.height };
};

/** Of a picture: its values, or of one in colours the drawn picture. Decoded by the platform: no decoder runs in the browser. */
export const loadPixels = async (picture: Picture) => {
  if (!picture.grey) {
    const { data, width, height } = await colours(picture);
    return { ...{ values: data, min: 0, max: 255, columns: width, rows: height, isColour: true } };
  }
  const response = await bytesAt(
    address(picture),
    'multipart/related; type="application/octet-stream"',
  );
  const part = firstPart(new Uint8Array(await response.arrayBuffer()));
  const { rows, columns } = picture;
  return { ...rescaled(typed(part, picture), picture), rows, columns, isColour: false };
};
