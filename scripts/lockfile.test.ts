import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const { packages } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
) as { packages: Readonly<Record<string, Locked>> };

/** What comes from the registry: all but the workspaces themselves and npm's links to them. */
const fetched = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

test('the lockfile says where each package is fetched, and what it must be', () => {
  // Without the address npm first asks the registry for every package's list of versions: 52 s of processor time for
  // an installation that takes 24 with it.
  expect(fetched.length).toBeGreaterThan(500);
  const without = fetched.filter(
    ([, { resolved, integrity }]) =>
      !resolved?.startsWith('https://registry.npmjs.org/') || !integrity?.startsWith('sha512-'),
  );
  expect(without.map(([path]) => path)).toEqual([]);
});
