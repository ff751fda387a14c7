import { bytesOf } from '../part10/bytes.ts';
import { readPart10 } from '../part10/read.ts';
import { decodeFrame } from './decode.ts';
import { imageOf } from './image.ts';

/** The samples of a file's first frame as they are decoded. @throws NotDrawn, DicomFault */
export const decodedSamples = async (file: Uint8Array) => {
  const read = readPart10(bytesOf(file));
  return (await decodeFrame(read, imageOf(read), 1)).samples;
};
