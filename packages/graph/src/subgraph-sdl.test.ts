import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brokenPromises } from './composition/promises.ts';
import { readSubgraphSdl } from './subgraph-sdl.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-sdl-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (file: string, text: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};

const ROOT = `"Roots." type Query @authenticated { "A." patient: Patient }
"A person." type Patient @requiresScopes(scopes: [["patient:read"]]) { "Opaque." id: ID! }`;

test('a kind’s field of a type of the subgraph stands in that type, under its access rule', async () => {
  await write('schema.graphql', ROOT);
  await write('src/kinds/a/a.graphql', 'extend type Patient { "One." a: Int }');
  await write('src/kinds/b/b.graphql', 'extend type Patient { "Two." b: Int }');
  const document = parse(readSubgraphSdl(folder));
  expect(brokenPromises(document)).toEqual([]);
  const patient = buildASTSchema(document, { assumeValidSDL: true }).getType('Patient');
  expect(isObjectType(patient) && Object.keys(patient.getFields())).toEqual(['id', 'a', 'b']);
});

test('an extension with a rule of its own, or of another subgraph’s type, is refused', async () => {
  await write('schema.graphql', ROOT);
  await write('src/a.graphql', 'extend type Patient @authenticated { "One." a: Int }');
  await write('src/b.graphql', 'extend type Tumour { "Two." b: Int }');
  expect(brokenPromises(parse(readSubgraphSdl(folder)))).toEqual([
    expect.stringContaining('Patient: write it as one object type'),
    expect.stringContaining('Tumour: write it as one object type'),
  ]);
});
