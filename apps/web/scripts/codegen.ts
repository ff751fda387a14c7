/**
 * Types and persisted documents from the graph's public schema: `npm run codegen -w @nodp/web`.
 * The schema is what clients of the supergraph see, so a field the gateway hides does not exist here.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildSchema, parse, print } from 'graphql';
import { withoutFragments } from './without-fragments.ts';

const root = new URL('../', import.meta.url);
process.chdir(root.pathname);
const generated = new URL('src/graph/generated/', root);

const supergraph = process.env.NODP_SUPERGRAPH ?? new URL('../../supergraph.graphql', root);
const publicSchema = print(
  transformSupergraphToPublicSchema(parse(await readFile(supergraph, 'utf8'))),
);
await mkdir(generated, { recursive: true });
await writeFile(new URL('schema.graphql', generated), publicSchema);

const schema = buildSchema(publicSchema);
const sources = (await readdir(new URL('src/', root), { recursive: true }))
  .filter((name) => name.endsWith('.graphql') && !name.startsWith('graph/generated/'))
  .sort();
const documents = await Promise.all(
  sources.map(async (name) => {
    const location = `src/${name}`;
    const rawSDL = await readFile(new URL(location, root), 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  }),
);

// The preset by itself, because the generator's command line would bring 130 packages to every installation.
const files = await preset.buildGeneratesSection({
  baseOutputDir: 'src/graph/generated/',
  schema: parse(publicSchema),
  schemaAst: schema,
  documents,
  plugins: [],
  pluginMap: {},
  presetConfig: {
    fragmentMasking: false,
    persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
  },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    scalars: { PartialDate: 'string', DateTime: 'string' },
  },
});
await Promise.all(
  files.map(async (file) => writeFile(new URL(file.filename, root), await codegen(file))),
);

// The browser sends the hash of a document as it is written; the gateway answers the same question, opened.
const file = new URL('persisted-documents.json', generated);
const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
const persisted = Object.entries(written).map(([hash, text]) => [
  hash,
  print(withoutFragments(parse(text), schema)),
]);
await writeFile(file, JSON.stringify(Object.fromEntries(persisted), null, 2));
