import { Worker } from 'node:worker_threads';
import { NotDrawn } from './image.ts';
import type { Drawing } from './render.ts';

export interface Work {
  readonly sha256: string;
  readonly frames: number;
  /** A picture, or a frame's samples as they are decoded. */
  readonly task: { readonly drawing: Drawing } | { readonly decoded: number };
}

export type WorkAnswer =
  | { readonly picture: Uint8Array }
  | { readonly notDrawn: string }
  | { readonly failed: string };

/** More pictures are asked for than are drawn: who asks comes again. */
export class TooManyDrawn extends Error {}

interface Waiting {
  readonly work: Work;
  readonly done: PromiseWithResolvers<Uint8Array>;
}

/** Pictures that may wait, and milliseconds after which one is given up: a file may be made to last for ever. */
const MOST_WAITING = 256;
const PATIENCE = 30_000;

export interface Drawer {
  /** @throws NotDrawn, TooManyDrawn */
  draw(work: Work): Promise<Uint8Array>;
  end(): Promise<void>;
}

/**
 * Draws in a thread of its own, begun with the first picture: no other request waits for it, and what a decoder does with a hostile file
 * ends with the thread.
 */
export const startDrawer = (
  settings: { readonly folder: string; readonly identityKey: Uint8Array },
  { patience = PATIENCE } = {},
): Drawer => {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let current: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null = null;
  let ids = 0;

  const settle = (error: Error | null, picture?: Uint8Array) => {
    if (current === null) return;
    clearTimeout(current.timer);
    if (error === null && picture !== undefined) current.done.resolve(picture);
    else current.done.reject(error ?? new Error('Nothing was drawn.'));
    current = null;
    next();
  };

  const begin = (): Worker => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    });
    made.unref();
    made.on('message', ({ id, answer }: { readonly id: number; readonly answer: WorkAnswer }) => {
      if (id !== current?.id) return;
      if ('picture' in answer) settle(null, answer.picture);
      else settle('notDrawn' in answer ? new NotDrawn(answer.notDrawn) : new Error(answer.failed));
    });
    const lost = (error: Error) => {
      if (worker !== made) return;
      worker = null;
      settle(error);
    };
    made.on('error', (error) => lost(error as Error));
    made.on('exit', () => lost(new NotDrawn('The decoder ended on this file.')));
    return made;
  };

  const next = () => {
    if (current !== null) return;
    const one = waiting.shift();
    if (one === undefined) return;
    worker ??= begin();
    const id = ++ids;
    const timer = setTimeout(() => {
      const slow = worker;
      worker = null;
      void slow?.terminate();
      settle(new NotDrawn('This file takes too long to draw.'));
    }, patience);
    current = { ...one, id, timer };
    worker.postMessage({ id, work: one.work });
  };

  return {
    draw: (work) => {
      if (waiting.length >= MOST_WAITING) return Promise.reject(new TooManyDrawn());
      const done = Promise.withResolvers<Uint8Array>();
      waiting.push({ work, done });
      next();
      return done.promise;
    },
    end: async () => {
      const last = worker;
      worker = null;
      await last?.terminate();
      settle(new NotDrawn('The platform stops.'));
      for (const { done } of waiting.splice(0)) done.reject(new NotDrawn('The platform stops.'));
    },
  };
};
