import { existsSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const rooms = ['patients', 'specimens', 'imaging', 'followup', 'research', 'statistics'];

/** `export interface TumourModel` in a room's models.ts is what its resolvers of `Tumour` are handed. */
const mappersOf = (room: string): Record<string, string> => {
  const file = `subgraphs/${room}/src/models.ts`;
  if (!existsSync(file)) return {};
  const names = readFileSync(file, 'utf8').matchAll(/export (?:interface|type) (\w+)Model\b/g);
  return Object.fromEntries(
    Array.from(names, ([, name]) => [name as string, `../models.ts#${name}Model`]),
  );
};

const config: CodegenConfig = {
  generates: Object.fromEntries(
    rooms.map((room) => [
      `subgraphs/${room}/src/generated/resolvers.ts`,
      {
        schema: `subgraphs/${room}/schema.graphql`,
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          useTypeImports: true,
          enumsAsTypes: true,
          skipTypename: true,
          contextType: '@nodp/graph#SubgraphContext',
          scalars: { ID: 'string', PartialDate: 'string', DateTime: 'string' },
          mappers: mappersOf(room),
          importExtension: '',
          emitLegacyCommonJSImports: false,
        },
      },
    ]),
  ),
};

export default config;
