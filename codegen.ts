import { existsSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const subgraphs = ['patients', 'specimens', 'imaging', 'followup', 'research', 'statistics'];

/** `export interface TumourModel` in a subgraph's models.ts is what its resolvers of `Tumour` are handed. */
const mappersOf = (subgraph: string): Record<string, string> => {
  const file = `subgraphs/${subgraph}/src/models.ts`;
  if (!existsSync(file)) return {};
  const names = readFileSync(file, 'utf8').matchAll(/export (?:interface|type) (\w+)Model\b/g);
  return Object.fromEntries(
    Array.from(names, ([, name]) => [name as string, `../models.ts#${name}Model`]),
  );
};

const config: CodegenConfig = {
  generates: Object.fromEntries(
    subgraphs.map((subgraph) => [
      `subgraphs/${subgraph}/src/generated/resolvers.ts`,
      {
        schema: `subgraphs/${subgraph}/schema.graphql`,
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          useTypeImports: true,
          enumsAsTypes: true,
          skipTypename: true,
          contextType: '@nodp/graph#SubgraphContext',
          scalars: { ID: 'string', PartialDate: 'string', DateTime: 'string' },
          mappers: mappersOf(subgraph),
          importExtension: '',
          emitLegacyCommonJSImports: false,
        },
      },
    ]),
  ),
};

export default config;
