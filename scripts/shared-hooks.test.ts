import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A worker reads a module once for all files that it tests: hooks that stand in one would run for the first of them alone. */
test('hooks stand in tests, and in functions that tests call', () => {
  const root = join(import.meta.dirname, '..');
  const files = globSync('{apps,packages,scripts,subgraphs,tests}/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  }).filter((file) => !/\.(?:test|spec)\.ts$/.test(file));
  const hooks = /^(?:before|after)(?:All|Each)\(/m;
  expect(files.length).toBeGreaterThan(1000);
  expect(files.filter((file) => hooks.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
