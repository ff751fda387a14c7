import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { BiostatisticsError } from '../errors.ts';
import { buffersOf, fromFailure, type ReplyMessage } from './messages.ts';
import type { ProgressListener } from './progress.ts';
import type { EstimatorArguments, EstimatorName, EstimatorResult } from './registry.ts';

export type RunOptions = {
  /** Ends the call, also while it computes. */
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0 to 1: 0 when the call begins, 1 when it ends, between as the estimator tells. */
  readonly onProgress?: ProgressListener | undefined;
  /**
   * `copy` (default) leaves the arguments as they are; `move` hands over their typed arrays, which
   * are empty afterwards: no second copy in memory. Arrays on a SharedArrayBuffer are never copied.
   */
  readonly input?: 'copy' | 'move' | undefined;
};

type Task = {
  readonly id: number;
  readonly name: EstimatorName;
  readonly arguments: readonly unknown[];
  readonly options: RunOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Worker threads in which estimators run, so that a server's event loop stays free. Threads start
 * when first needed, are retained for the next call, and do not keep the process alive while idle.
 */
export class EstimatorPool {
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Task>();
  readonly #waiting: Task[] = [];
  /** Threads told to end that have not ended yet: they still count as threads. */
  #ending = 0;
  #closed = false;
  #next = 0;
  #started = 0;

  /** @param size most threads at once; default one less than the processors, at least one */
  constructor(size: number = Math.max(1, availableParallelism() - 1)) {
    if (!Number.isInteger(size) || size < 1) {
      throw new BiostatisticsError('out-of-range', 'size', `is ${size}; one thread at least`);
    }
    this.#size = size;
  }

  /** Threads started since the pool was made. */
  get started(): number {
    return this.#started;
  }

  /**
   * Runs an estimator of the registry in a thread.
   *
   * @param name as in `estimators`; @param given its arguments
   * @returns what the estimator returns
   * @throws {BiostatisticsError} what the estimator throws, code and place intact; `aborted` when
   * the signal fires (its reason as `cause`) or the pool closes; what `onProgress` throws, which
   * ends the call
   */
  run<N extends EstimatorName>(
    name: N,
    given: EstimatorArguments<N>,
    options: RunOptions = {},
  ): Promise<EstimatorResult<N>> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      if (this.#closed) return reject(aborted('the pool is closed'));
      if (signal?.aborted) return reject(aborted('cancelled before it began', signal.reason));
      const onAbort = () => this.#cancel(task);
      const done = () => signal?.removeEventListener('abort', onAbort);
      const task: Task = {
        id: this.#next++,
        name,
        arguments: given,
        options,
        resolve: (result) => {
          done();
          resolve(result as EstimatorResult<N>);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(task);
      this.#fill();
    });
  }

  /** Ends all threads; calls under way or waiting fail with `aborted`. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#waiting.splice(0)) task.reject(aborted('the pool was closed'));
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    for (const task of this.#busy.values()) task.reject(aborted('the pool was closed'));
    this.#busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #fill(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? this.#start();
      if (worker === undefined) return;
      this.#send(worker, this.#waiting.shift() as Task);
    }
  }

  #start(): Worker | undefined {
    if (this.#busy.size + this.#ending >= this.#size) return undefined;
    this.#started++;
    const worker = new Worker(new URL('./thread.ts', import.meta.url));
    worker.on('message', (reply: ReplyMessage) => this.#receive(worker, reply));
    worker.on('error', (error: unknown) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, new Error(`the worker thread ended by itself, code ${code}`)),
    );
    return worker;
  }

  #send(worker: Worker, task: Task): void {
    this.#busy.set(worker, task);
    worker.ref();
    const { id, name, arguments: given } = task;
    const transfer = task.options.input === 'move' ? [...buffersOf(given)] : [];
    try {
      worker.postMessage({ id, name, arguments: given }, transfer);
    } catch (error) {
      this.#release(worker);
      task.reject(error as Error);
      return;
    }
    this.#tell(task, 0);
  }

  #receive(worker: Worker, reply: ReplyMessage): void {
    const task = this.#busy.get(worker);
    if (task === undefined || task.id !== reply.id) return;
    if (reply.kind === 'progress') {
      this.#tell(task, reply.share);
      return;
    }
    this.#release(worker);
    if (reply.kind === 'result') {
      this.#tell(task, 1);
      task.resolve(reply.result);
    } else {
      task.reject(fromFailure(reply.failure));
    }
    this.#fill();
  }

  /** What a listener throws ends its call: thrown in an event of the thread, it would end the process. */
  #tell(task: Task, share: number): void {
    try {
      task.options.onProgress?.(share);
    } catch (error) {
      this.#stop(task, error instanceof Error ? error : new Error(String(error)));
    }
  }

  #release(worker: Worker): void {
    this.#busy.delete(worker);
    worker.unref();
    this.#idle.push(worker);
  }

  #cancel(task: Task): void {
    this.#stop(task, aborted('cancelled', task.options.signal?.reason));
  }

  /** A thread cannot be interrupted, only ended: the next call gets a new one, once it has ended. */
  #stop(task: Task, error: Error): void {
    const place = this.#waiting.indexOf(task);
    if (place >= 0) this.#waiting.splice(place, 1);
    for (const [worker, running] of this.#busy) {
      if (running !== task) continue;
      this.#busy.delete(worker);
      this.#ending++;
      void worker.terminate().finally(() => {
        this.#ending--;
        if (!this.#closed) this.#fill();
      });
    }
    task.reject(error);
  }

  #lose(worker: Worker, error: Error): void {
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    const task = this.#busy.get(worker);
    this.#busy.delete(worker);
    task?.reject(error);
    if (!this.#closed) this.#fill();
  }
}

function aborted(why: string, cause?: unknown): BiostatisticsError {
  const error = new BiostatisticsError('aborted', 'signal', why);
  if (cause !== undefined) error.cause = cause;
  return error;
}
