import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { readSupergraphFile } from './supergraph-file.ts';

const file = join(import.meta.dirname, '../../../../supergraph.yaml');
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])`;
const subgraph = (body: string) => [{ name: 'a', url: 'http://a', sdl: `${link}\n${body}` }];

test('the six subgraphs compose', async () => {
  const subgraphs = await readSupergraphFile(file);
  expect(subgraphs.map(({ name }) => name)).toEqual([
    'patients',
    'specimens',
    'imaging',
    'followup',
    'research',
    'statistics',
  ]);
  expect(composeSupergraph(subgraphs)).toMatchObject({ ok: true });
});

test('a field without an access rule is refused', () => {
  const result = composeSupergraph(subgraph('"Reads." type Query { "A." a: String }'));
  expect(result).toEqual({
    ok: false,
    problems: [expect.stringContaining('a: Query.a carries no access rule')],
  });
});

test('a field, argument or type without a description is refused', () => {
  const result = composeSupergraph(subgraph('type Query { a(b: Int): String @authenticated }'));
  expect(result).toEqual({
    ok: false,
    problems: [
      'a: Query has no description.',
      'a: Query.a has no description.',
      'a: Query.a(b:) has no description.',
    ],
  });
});

test('what does not compose is refused with the reason', () => {
  const result = composeSupergraph(
    subgraph('"Reads." type Query @authenticated { "A." a: Nowhere }'),
  );
  expect(result).toEqual({ ok: false, problems: [expect.stringContaining('Nowhere')] });
});
