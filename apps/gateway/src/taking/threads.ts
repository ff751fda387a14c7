import { Worker } from 'node:worker_threads';
import type { IngestResult } from '@nodp/intake';
import {
  type Call,
  fromFailure,
  fromPart,
  type PartReply,
  type Reply,
  type ThreadSettings,
} from './messages.ts';
import type { Handed, HandedTogether, Taking } from './taking.ts';

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

export interface TakingThreads extends Taking {
  /** Threads that were begun since the start. */
  readonly begun: number;
  /** Ends the threads; what is under way is told to come again, and is taken up from what was committed of it. */
  end(): Promise<void>;
}

/**
 * Takes in in threads of their own, each with connections of its own: reading and checking what is sent then delays no reader. A thread
 * that ends by itself takes what it had under way with it (its senders are told to send again) and is begun anew.
 * @param many threads, one at least
 */
export const takingThreads = (
  settings: ThreadSettings,
  many: number,
  onLost: (error: Error) => void = () => {},
): TakingThreads => {
  const threads: Thread[] = [];
  let [ids, begun, ended] = [0, 0, false];

  const begin = (): Thread => {
    begun++;
    const thread: Thread = {
      worker: new Worker(new URL('./thread.ts', import.meta.url), { workerData: settings }),
      waiting: new Map(),
    };
    const { worker, waiting } = thread;
    worker.on('message', (reply: Reply) => {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    });
    const lost = (error: Error) => {
      const at = threads.indexOf(thread);
      if (at < 0) return;
      threads.splice(at, 1);
      if (!ended) onLost(error);
      for (const { reject } of waiting.values()) reject(error);
    };
    worker.on('error', (error) => lost(error as Error));
    worker.on('exit', (code) => lost(new Error(`A thread of intake ended, code ${code}.`)));
    threads.push(thread);
    return thread;
  };

  /** The thread that has the least under way. */
  const freest = (): Thread => {
    while (threads.length < many) begin();
    return threads.reduce((best, one) => (one.waiting.size < best.waiting.size ? one : best));
  };

  const call = (
    what: { readonly handed: Handed } | { readonly together: HandedTogether },
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('The platform stops.'));
      const { worker, waiting } = freest();
      const id = ids++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...what } satisfies Call);
    });

  freest();
  return {
    take: async (handed): Promise<IngestResult> => {
      const reply = await call({ handed });
      if ('taken' in reply) return reply.taken;
      throw 'failure' in reply ? fromFailure(reply.failure) : new Error('No submission was taken.');
    },
    takeTogether: async (together) => {
      const reply = await call({ together });
      if ('parts' in reply) return (reply.parts as readonly PartReply[]).map(fromPart);
      throw 'failure' in reply ? fromFailure(reply.failure) : new Error('Nothing was taken.');
    },
    get begun() {
      return begun;
    },
    end: async () => {
      ended = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
};
