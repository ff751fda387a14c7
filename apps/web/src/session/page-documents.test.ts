import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PagePath, pageRights } from './page-rights.ts';
import { documentsOf } from './testing/documents-of.ts';
import { closedTo } from './testing/required-scopes.ts';

/** A page's rights open the fields of every document that the page asks, as the router, the imports and the graph say. */
const web = join(import.meta.dirname, '..');
const router = readFileSync(join(web, 'router.tsx'), 'utf8');

const files = new Map(
  [
    ...router.matchAll(
      /const (\w+) = of\(\s*(?:'[^']+'|\[[^\]]+\]),\s*\(\)\s*=>\s*import\('([^']+)'\),?\s*\)/g,
    ),
  ].map(([, name = '', file = '']) => [name, join(web, file)]),
);
const pages = [...router.matchAll(/page\('([^']+)', (\w+), '(\w+)'\)/g)].map(
  ([, path = '', file = '', component = '']) => ({ path, file: files.get(file), component }),
);

const rightsOf = (path: string): PagePath | undefined =>
  (Object.keys(pageRights) as PagePath[]).find(
    (page) => path === page || path.startsWith(`${page}/`),
  );

/** Pages that ask an endpoint of their own and not the graph: a file is read by it. */
const byEndpoint = ['/follow-up/deaths'];

/** Documents that the rights of a page do not open, each with the fields that are closed. */
const closed = (file: string, component: string, scopes: readonly string[]) =>
  documentsOf(file, component)
    .map(({ document, guards }) => ({
      document,
      closed: closedTo(document, [...scopes, ...guards]),
    }))
    .filter((asked) => asked.closed.length > 0);

test('every page of the router is read, and every right is of a page', () => {
  expect(pages.length).toBe(router.match(/\bpage\(/g)?.length);
  expect(new Set(pages.map(({ path }) => rightsOf(path)))).toEqual(
    new Set(Object.keys(pageRights)),
  );
});

describe.each(pages)('$path', ({ path, file, component }) => {
  const page = rightsOf(path);
  const sets: readonly (readonly string[])[] = page ? pageRights[page] : [];
  // What is everybody's own (a second factor) may be asked of the sign-in alone.
  test.skipIf(sets.some((set) => set.length === 0) || byEndpoint.includes(path))(
    'asks the graph',
    () => expect(documentsOf(file ?? '', component).length).toBeGreaterThan(0),
  );

  test.each(sets.map((set) => ({ set, words: set.join(' and ') })))(
    'may ask all that it asks with $words',
    ({ set }) => {
      expect(closed(file ?? '', component, set)).toEqual([]);
    },
  );
});

test('the frame of every page asks what anyone signed in may ask', () => {
  expect(closed(join(web, 'design/shell/shell.tsx'), 'Shell', [])).toEqual([]);
});

describe('how documents are found', () => {
  const asked = (file: string, name: string) =>
    Object.fromEntries(
      documentsOf(join(web, file), name).map(({ document, guards }) => [document, guards]),
    );

  test('of a file that several pages share, those alone that the page’s own functions ask', () => {
    const dictionary = asked('features/research/dictionary/page.tsx', 'DictionaryPage');
    expect(dictionary).toHaveProperty('ReleaseDictionary');
    expect(dictionary).not.toHaveProperty('CohortCount');
    expect(asked('features/research/page.tsx', 'CohortsPage')).toHaveProperty('CohortCount');
  });

  test('a part that is fetched later, behind a guard', () => {
    expect(asked('features/clinical/patients/page.tsx', 'PatientsPage')).toMatchObject({
      Patients: [],
      BreakGlass: ['patient:emergency'],
    });
  });

  test('a part that leaves where a scope is not there', () => {
    expect(asked('features/management/page.tsx', 'OverviewPage')).toMatchObject({
      Overview: [],
      Received: ['submission:read'],
    });
  });

  test('a part that its parent tells by a property whether the account may', () => {
    expect(asked('features/clinical/patient/page.tsx', 'PatientPage')).toMatchObject({
      PatientPage: [],
      EnterPrognosisInput: ['score:enter'],
    });
  });

  test('what the rights do not open is said by its fields', () => {
    expect(closedTo('ContactsDue', ['patient:read'])).toContain('Query.contactsDue');
    expect(closedTo('ContactsDue', ['patient:read', 'followup:read'])).toEqual([]);
  });
});
