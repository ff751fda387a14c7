import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCKS } from './locks.ts';

const root = join(import.meta.dirname, '../../..');

test('every advisory lock has a number of its own', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('no other file writes the number of an advisory lock', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.sql'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /^(apps|packages|subgraphs|scripts)\//.test(file) && !file.includes('locks.'))
    .filter((file) => existsSync(join(root, file)));
  expect(files.length).toBeGreaterThan(500);
  const literal = /pg_(?:try_)?advisory_(?:xact_)?(?:un)?lock(?:_shared)?\(\s*\d|\b7_?305_?9\d\d\b/;
  expect(files.filter((file) => literal.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
