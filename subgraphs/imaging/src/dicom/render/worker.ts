import { parentPort, workerData } from 'node:worker_threads';
import { identityCipher } from '@nodp/database';
import { DicomFault } from '../part10/fault.ts';
import { readPart10 } from '../part10/read.ts';
import { openObject } from '../store/objects.ts';
import { decodeFrame } from './decode.ts';
import { imageOf, NotDrawn } from './image.ts';
import type { Work, WorkAnswer } from './pool.ts';
import { render } from './render.ts';

const { folder, identityKey } = workerData as {
  readonly folder: string;
  readonly identityKey: Uint8Array;
};
const cipher = identityCipher({ identityKey });

const answerTo = async ({ sha256, frames, task }: Work): Promise<WorkAnswer> => {
  const bytes = openObject(folder, sha256, cipher);
  try {
    if ('drawing' in task) return { picture: await render(bytes, frames, task.drawing) };
    const file = readPart10(bytes);
    const { samples } = await decodeFrame(file, imageOf(file), task.decoded);
    return { picture: Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength) };
  } catch (error) {
    if (error instanceof NotDrawn || error instanceof DicomFault)
      return { notDrawn: error.message };
    return { failed: (error as Error)?.message ?? String(error) };
  } finally {
    bytes.close();
  }
};

parentPort?.on('message', ({ id, work }: { readonly id: number; readonly work: Work }) => {
  void answerTo(work).then((answer) => parentPort?.postMessage({ id, answer }));
});
