import type { CohortDefinition } from '@nodp/cohorts';
import type { Read, Written } from './exchange.ts';
import type { Asked } from './worker.ts';

const ask = <Answer>(asked: Asked, signal?: AbortSignal): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    signal?.addEventListener('abort', end, { once: true });
    worker.postMessage(asked);
  });

/** What a file of ATLAS says, as a definition of ours. */
export const readAtlas = (text: string): Promise<Read> => ask({ text });

/** A definition of ours as circe's JSON. */
export const writeAtlas = (definition: CohortDefinition, signal: AbortSignal): Promise<Written> =>
  ask({ definition }, signal);
