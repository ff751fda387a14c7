import { parentPort, workerData } from 'node:worker_threads';
import type { BulkStorage } from '@nodp/record';
import { type NationOptions, nation } from '../nation.ts';
import { type Batch, Maker } from './maker.ts';
import type { Sent } from './tally.ts';

/** What a thread is started with. */
export interface MakerData {
  readonly options: Required<NationOptions>;
  /** `BulkStorage.module`: functions cannot be handed from thread to thread. */
  readonly storage: string;
  readonly identityKey: Uint8Array;
}

export type Task =
  | { readonly kind: 'make' | 'count'; readonly from: number; readonly to: number }
  | { readonly kind: 'tally' };

/** The answer to each kind of task. */
export interface Answers {
  readonly make: Batch;
  readonly count: null;
  readonly tally: ReadonlyMap<string, Sent>;
}

const { options, storage: module, identityKey } = workerData as MakerData;
const { storage } = (await import(module)) as { readonly storage: BulkStorage };
const maker = new Maker(nation(options), storage, identityKey);

parentPort?.on('message', (task: Task) => {
  switch (task.kind) {
    case 'make': {
      const batch = maker.make(task.from, task.to);
      // Handed over, not copied.
      parentPort?.postMessage(
        batch,
        batch.filled.map(([, , bytes]) => bytes.buffer),
      );
      break;
    }
    case 'count':
      maker.count(task.from, task.to);
      parentPort?.postMessage(null);
      break;
    case 'tally':
      parentPort?.postMessage(maker.tally.counted);
      break;
  }
});
