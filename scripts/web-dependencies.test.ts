import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A start installs no developers' packages and builds the web app: what its pages import has to be among the others. */
const web = join(import.meta.dirname, '../apps/web');
const { dependencies } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that a file brings into the app, by itself or when it is asked for; types are gone before that. */
const importedBy = (text: string): string[] =>
  [
    ...text.matchAll(/^import\s+(?!type\b)(?:[^';]*?\sfrom\s+)?'([^'.][^']*)'/gm),
    ...text.matchAll(/\bimport\('([^'.][^']*)'\)/g),
  ].flatMap(([, name = '']) => (name.startsWith('virtual:') ? [] : [packageOf(name)]));

test('what the pages import is installed for a start', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: web }).filter(
    (file) => !/\.test\.ts$|\/testing\/|\/generated\//.test(file),
  );
  const imported = new Set(
    files.flatMap((file) => importedBy(readFileSync(join(web, file), 'utf8'))),
  );
  expect(imported.has('react')).toBe(true);
  expect([...imported].filter((name) => dependencies[name] === undefined).sort()).toEqual([]);
});

test('imports of types alone ask for nothing', () => {
  expect(
    importedBy("import type { A } from 'a';\nimport {\n  b,\n} from '@b/c/d';\nimport './e.ts';"),
  ).toEqual(['@b/c']);
});
