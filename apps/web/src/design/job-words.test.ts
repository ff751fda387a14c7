import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A kind of job and a step without words show as their codes on the page of jobs. */
const root = join(import.meta.dirname, '../../../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const jobs = globSync('{packages,subgraphs,apps}/*/src/**/*-job.ts', { cwd: root }).map(textOf);
const kinds = jobs.flatMap((text) => {
  const kind = /(?:: Job => \(|: Sweep = | {2}return )\{\s+kind: (?:'([^']+)'|(\w+))/.exec(text);
  if (kind === null) return [];
  const constant = new RegExp(`const ${kind[2]} = '([^']+)'`).exec(text)?.[1];
  return [kind[1] ?? constant ?? ''];
});
const steps = jobs.flatMap((text) =>
  [...text.matchAll(/\b(?:progress\(|step: )'([A-Z_]+)'/g)].map(([, step = '']) => step),
);

const keysOf = (text: string, beginning: RegExp): string[] => {
  const [, body = ''] = new RegExp(`${beginning.source}[^{]*\\{([^}]*)\\}`).exec(text) ?? [];
  return [...body.matchAll(/^\s+'?([\w-]+)'?:/gm)].map(([, key = '']) => key);
};

test('every kind of job has words', () => {
  expect(kinds.length).toBeGreaterThan(3);
  const words = keysOf(textOf('apps/web/src/design/code-words.ts'), /const job: Dictionary =/);
  expect(kinds.filter((kind) => !words.includes(kind))).toEqual([]);
});

test('every step of a job has words', () => {
  expect(steps.length).toBeGreaterThan(2);
  const file = textOf('apps/web/src/features/data-centre/build-words.ts');
  const words = [...keysOf(file, /const stepWords/), ...keysOf(file, /const jobStepWords/)];
  expect(steps.filter((step) => !words.includes(step))).toEqual([]);
});

test('every kind of job has a worker that runs it', () => {
  const worker = textOf('apps/gateway/src/jobs.ts');
  const made = jobs.flatMap(
    (text) => /export const (\w+) = \([^)]*\): Job =>/.exec(text)?.[1] ?? [],
  );
  expect(made.length).toBe(kinds.length);
  expect(made.filter((job) => !worker.includes(`${job}(`))).toEqual([]);
});
