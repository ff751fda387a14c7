import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applications, applicationsOf, homeOf, mayOpen } from './applications.ts';

const me = (...scopes: string[]) => ({ scopes });
const pathsOf = (...scopes: string[]) =>
  applicationsOf(me(...scopes)).flatMap((application) => application.pages.map((p) => p.path));

test('an account sees the pages that its scopes open, whatever its role is called', () => {
  expect(pathsOf('statistics:read')).toEqual(['/management/overview', '/management/regions']);
  expect(pathsOf('patient:read', 'followup:read')).toContain('/follow-up/due');
  expect(pathsOf('followup:read')).toEqual([]);
});

test('one of several sets of scopes is enough', () => {
  for (const scope of ['research:read', 'release:build'])
    expect(mayOpen(me(scope), '/research/dictionary')).toBe(true);
  expect(mayOpen(me('statistics:read'), '/research/dictionary')).toBe(false);
});

test('what lies below a page is as closed as the page', () => {
  expect(mayOpen(me('statistics:read'), '/clinical/patients/some-id')).toBe(false);
  expect(mayOpen(me('patient:read'), '/clinical/patients/some-id')).toBe(true);
});

test('an account without rights has no first page', () => {
  expect(homeOf(me())).toBe(null);
});

test('every scope a page needs is one of the server', () => {
  const principal = new URL('../../../../packages/database/src/principal.ts', import.meta.url);
  const source = readFileSync(principal, 'utf8');
  const declared = /export type Scope =([^;]*);/.exec(source)?.[1] ?? '';
  const scopes = [...declared.matchAll(/'([^']+)'/g)].map(([, scope]) => scope);
  expect(scopes.length).toBeGreaterThan(5);
  for (const page of applications.flatMap((application) => application.pages))
    for (const scope of page.needs.flat()) expect(scopes).toContain(scope);
});
