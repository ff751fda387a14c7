/**
 * Reads and writes circe's expressions in a thread of its own: bundled with the page they would bring 25 kB to everybody's first visit, because
 * what they share with the builder is then fetched with it.
 */
import type { CohortDefinition } from '@nodp/cohorts';
import { readCirce, writeCirce } from './exchange.ts';

export type Asked = { readonly text: string } | { readonly definition: CohortDefinition };

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  self.postMessage('text' in data ? readCirce(data.text) : writeCirce(data.definition));
});
