import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { NAMED_MUTANTS } from './named-mutants.ts';

interface Tried {
  readonly name: string;
  readonly failed: readonly string[];
}

let tried: readonly Tried[] = [];
beforeAll(async () => {
  const script = join(import.meta.dirname, 'try-named.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 16_777_216,
  });
  tried = JSON.parse(stdout) as readonly Tried[];
}, 600_000);

const failedBy = (name: string) => tried.find((one) => one.name === name)?.failed;

test('without a mutant no example fails', () => {
  expect(failedBy('none')).toEqual([]);
});

test.each(NAMED_MUTANTS.map(({ name }) => name))('an example fails where %s', (name) => {
  expect(failedBy(name)?.length ?? 0).toBeGreaterThan(0);
});
