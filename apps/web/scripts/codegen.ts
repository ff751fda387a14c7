/**
 * Types and persisted documents from the graph's public schema: `npm run codegen -w @nodp/web`.
 * The schema is what clients of the supergraph see, so a field the gateway hides does not exist here.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
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

await generate(
  {
    schema: 'src/graph/generated/schema.graphql',
    documents: 'src/**/*.graphql',
    silent: true,
    errorsOnly: true,
    generates: {
      'src/graph/generated/': {
        preset: 'client',
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
      },
    },
  },
  true,
);

// The browser sends the hash of a document as it is written; the gateway answers the same question, opened.
const file = new URL('persisted-documents.json', generated);
const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
const schema = buildSchema(publicSchema);
const documents = Object.entries(written).map(([hash, text]) => [
  hash,
  print(withoutFragments(parse(text), schema)),
]);
await writeFile(file, JSON.stringify(Object.fromEntries(documents), null, 2));
