import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BulkStorage } from '@nodp/record';
import type { Nation } from '../nation.ts';
import { type Batch, Maker } from './maker.ts';
import type { Answers, MakerData, Task } from './maker-thread.ts';
import type { Tally } from './tally.ts';

/** Makes the patients to be stored, in order. */
export interface Makers {
  /** The batches of patients `from` to before `to`, in order, each made while the one before is stored. */
  batches(from: number, to: number, size: number): AsyncIterable<Batch>;
  /** Counts the submissions of patients that are stored already. */
  count(from: number, to: number): Promise<void>;
  /** Adds the submissions of all patients made or counted. */
  tallyInto(tally: Tally): Promise<void>;
  close(): Promise<void>;
}

/** Below this many patients starting threads costs more than they save. */
const WORTH_THREADS = 3000;
const MOST_THREADS = 4;

const here = (nation: Nation, storage: BulkStorage, identityKey: Uint8Array): Makers => {
  const maker = new Maker(nation, storage, identityKey);
  return {
    async *batches(from, to, size) {
      for (let at = from; at < to; at += size) yield maker.make(at, Math.min(to, at + size));
    },
    count: async (from, to) => maker.count(from, to),
    tallyInto: async (tally) => tally.merge(maker.tally.counted),
    close: async () => {},
  };
};

/** A thread that makes patients; tasks are done one after another. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  #failure: Error | undefined;

  constructor(data: MakerData) {
    this.#worker = new Worker(new URL('./maker-thread.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => this.#fail(new Error('A thread that made patients ended.')));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  do<K extends Task['kind']>(task: Task & { readonly kind: K }): Promise<Answers[K]> {
    const waiting = Promise.withResolvers<unknown>();
    // The taker of the batch handles the rejection; this handler keeps it from being unhandled until then.
    waiting.promise.catch(() => {});
    if (this.#failure !== undefined) waiting.reject(this.#failure);
    else {
      this.#waiting.push(waiting);
      this.#worker.postMessage(task);
    }
    return waiting.promise as Promise<Answers[K]>;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

const inThreads = (
  nation: Nation,
  storage: BulkStorage,
  identityKey: Uint8Array,
  many: number,
): Makers => {
  const { seed, patients, reference } = nation;
  const threads = Array.from(
    { length: many },
    () =>
      new Thread({
        options: { seed, patients, reference },
        storage: storage.module,
        identityKey,
      }),
  );
  const threadOf = (turn: number) => threads[turn % threads.length] as Thread;
  return {
    async *batches(from, to, size) {
      const made: Promise<Batch>[] = [];
      let turn = 0;
      let at = from;
      const ask = () => {
        if (at >= to) return;
        const end = Math.min(to, at + size);
        made.push(threadOf(turn++).do({ kind: 'make', from: at, to: end }));
        at = end;
      };
      // Two for each thread: one being made, one waiting to be stored.
      for (let i = 0; i < 2 * threads.length; i++) ask();
      for (let next = made.shift(); next !== undefined; next = made.shift()) {
        yield await next;
        ask();
      }
    },
    count: async (from, to) => {
      const share = Math.ceil((to - from) / threads.length);
      await Promise.all(
        threads.map((thread, i) => {
          const start = Math.min(to, from + i * share);
          return thread.do({ kind: 'count', from: start, to: Math.min(to, start + share) });
        }),
      );
    },
    tallyInto: async (tally) => {
      for (const thread of threads) tally.merge(await thread.do({ kind: 'tally' }));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
};

/**
 * Makers for so many patients: in this thread when they are few, otherwise in a thread for each processor,
 * so that the process can go on answering.
 */
export const makersOf = (
  nation: Nation,
  storage: BulkStorage,
  identityKey: Uint8Array,
  patients: number,
): Makers =>
  patients < WORTH_THREADS
    ? here(nation, storage, identityKey)
    : inThreads(nation, storage, identityKey, Math.min(MOST_THREADS, availableParallelism()));
