/**
 * Types and persisted documents from the graph's public schema: `npm run codegen -w @nodp/web`.
 * The schema is what clients of the supergraph see, so a field the gateway hides does not exist here.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { parse, print } from 'graphql';

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
