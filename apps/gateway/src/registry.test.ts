import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSupergraphFile } from '@nodp/graph/composition';
import { expect, test } from 'vitest';
import { root } from './configuration.ts';
import { migrations, subgraphs } from './registry.ts';

test('the registry, supergraph.yaml and the folders name the same subgraphs', async () => {
  const registered = [...subgraphs.keys()].toSorted();
  const composed = (await readSupergraphFile(join(root, 'supergraph.yaml'))).map((s) => s.name);
  expect(composed.toSorted()).toEqual(registered);
  expect(readdirSync(join(root, 'subgraphs')).toSorted()).toEqual(registered);
});

test('what supergraph.yaml composes is what the registration promises', async () => {
  for (const { name, sdl } of await readSupergraphFile(join(root, 'supergraph.yaml')))
    expect(subgraphs.get(name)?.sdl).toBe(sdl);
});

test('the basic pool is migrated first, since the policies of all others read it', () => {
  expect(migrations.map(({ schema }) => schema)).toEqual(['basic', ...subgraphs.keys()]);
});
