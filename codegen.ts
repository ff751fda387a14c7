import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const subgraphs = readdirSync('subgraphs');

/** `export interface TumourModel` in a subgraph's models.ts, or in the folder of a kind of record, is what its resolvers of `Tumour` are handed. */
const mappersOf = (subgraph: string): Record<string, string> => {
  const src = `subgraphs/${subgraph}/src`;
  return Object.fromEntries(
    globSync(['models.ts', 'kinds/*/{model,resolver}.ts'], { cwd: src }).flatMap((file) => {
      const text = readFileSync(`${src}/${file}`, 'utf8');
      const names = text.matchAll(/export (?:interface|type) (\w+)Model\b/g);
      return Array.from(names, ([, name]) => [name as string, `../${file}#${name}Model`]);
    }),
  );
};

/** A subgraph that needs resources types its own context; the others take the common one. */
const contextOf = (subgraph: string): string =>
  existsSync(`subgraphs/${subgraph}/src/context.ts`)
    ? '../context.ts#Context'
    : '@nodp/graph#SubgraphContext';

const config: CodegenConfig = {
  generates: Object.fromEntries(
    subgraphs.map((subgraph) => [
      `subgraphs/${subgraph}/src/generated/resolvers.ts`,
      {
        schema: [
          'packages/graph/shared.graphql',
          `subgraphs/${subgraph}/schema.graphql`,
          `subgraphs/${subgraph}/src/**/*.graphql`,
        ],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          useTypeImports: true,
          enumsAsTypes: true,
          skipTypename: true,
          contextType: contextOf(subgraph),
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
