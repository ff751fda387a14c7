import type { Bytes } from '../part10/bytes.ts';
import { readPart10 } from '../part10/read.ts';
import { drawFrame } from './draw.ts';
import { encode, type PictureType } from './encode.ts';
import { fit, type Viewport } from './resize.ts';
import type { Window } from './window.ts';

/** What is to be drawn of an instance. */
export interface Drawing {
  /** From 1; null for the middle one. */
  readonly frame: number | null;
  readonly window: Window | null;
  readonly viewport: Viewport | null;
  readonly type: PictureType;
  /** Of JPEG, 1 to 100. */
  readonly quality: number;
}

/** A frame as a file of a picture. @throws NotDrawn, DicomFault */
export const render = async (
  bytes: Bytes,
  frames: number,
  { frame, window, viewport, type, quality }: Drawing,
): Promise<Buffer> => {
  const drawn = await drawFrame(readPart10(bytes), frame ?? Math.ceil(frames / 2), window);
  return encode(viewport === null ? drawn : fit(drawn, viewport), type, quality);
};
