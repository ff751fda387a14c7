import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** What a page makes up as its example, with the placeholders in angle brackets. */
const EXAMPLES = /consent|body-surface-area|stage-known|[<>…]/;
const IN_REPOSITORY = /`((?:packages|subgraphs|apps|tests|scripts|docs|bench)\/[^`\s]+)`/g;

const pages = globSync('docs/how-to/*.md', { cwd: root }).sort();

test.each(pages)('every file that %s names is there', (page) => {
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(IN_REPOSITORY)]
    .map(([, path = '']) => path)
    .filter((path) => !EXAMPLES.test(path));
  const absent = named.filter(
    (path) => !existsSync(join(root, path)) && globSync(path, { cwd: root }).length === 0,
  );
  expect(absent).toEqual([]);
});
