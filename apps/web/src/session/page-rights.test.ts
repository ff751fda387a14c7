import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayOpen, opens, type PagePath, pageRights } from './page-rights.ts';

const me = (...scopes: string[]) => ({ scopes });
const paths = Object.keys(pageRights) as PagePath[];
/** Pages that everybody has. */
const everybodys = paths.filter((path) => opens(me(), path));
const pagesOf = (...scopes: string[]) =>
  paths.filter((path) => !everybodys.includes(path) && opens(me(...scopes), path));

test('an account sees the pages that its scopes open, whatever its role is called', () => {
  expect(pagesOf('statistics:read')).toEqual([
    '/management/overview',
    '/management/explorer',
    '/management/quality',
    '/management/care',
    '/management/survival',
    '/management/trends',
    '/management/projection',
    '/management/burden',
    '/management/screening',
    '/management/report',
    '/management/regions',
  ]);
  expect(pagesOf('patient:read', 'followup:read')).toContain('/follow-up/due');
  expect(pagesOf('followup:read')).toEqual([]);
  expect(everybodys).toEqual(['/account/second-factor']);
});

test('one of several sets of scopes is enough', () => {
  for (const scope of ['research:read', 'release:build'])
    expect(mayOpen(me(scope), '/research/dictionary')).toBe(true);
  expect(mayOpen(me('statistics:read'), '/research/dictionary')).toBe(false);
});

test('a hospital’s system, which sends records and may read them back, has no pages', () => {
  expect(mayOpen(me('patient:read', 'record:write'), '/clinical/patients')).toBe(false);
});

test('what lies below a page is as closed as the page', () => {
  expect(mayOpen(me('statistics:read'), '/clinical/patients/some-id')).toBe(false);
  expect(mayOpen(me('patient:read'), '/clinical/patients/some-id')).toBe(true);
});

test('every scope a page needs is one of the server', () => {
  const principal = new URL('../../../../packages/database/src/principal.ts', import.meta.url);
  // Without comments, whose apostrophes would be taken for quotation marks.
  const source = readFileSync(principal, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const declared = /export type Scope =([^;]*);/.exec(source)?.[1] ?? '';
  const scopes = [...declared.matchAll(/'([^']+)'/g)].map(([, scope]) => scope);
  expect(scopes.length).toBeGreaterThan(5);
  for (const sets of Object.values(pageRights))
    for (const scope of sets.flat()) expect(scopes).toContain(scope);
});
