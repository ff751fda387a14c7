import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, Kind, type ObjectTypeExtensionNode, parse, print } from 'graphql';
import { withShared } from './shared-sdl.ts';

/**
 * The files of a subgraph's schema, by their paths from the root of its folder: the roots in `schema.graphql`, every
 * other type beside the code that answers it.
 */
const sdlFiles = (folder: string): string[] => [
  'schema.graphql',
  ...globSync('src/**/*.graphql', { cwd: folder }).sort(),
];

const isPlainExtension = (definition: {
  readonly kind: string;
}): definition is ObjectTypeExtensionNode =>
  definition.kind === Kind.OBJECT_TYPE_EXTENSION &&
  (definition as ObjectTypeExtensionNode).directives?.length === 0;

/**
 * A schema in which what extends an object type of its own stands in that type, so that the type's access rule is the field's
 * too: a kind of record writes its field of `Patient` in its own folder. An extension with directives, or of a type that the
 * schema does not have, stays as it is, and composition refuses it.
 */
const withExtensionsJoined = (sdl: string): string => {
  const document = parse(sdl);
  const own = new Set(
    document.definitions.flatMap((one) =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION ? [one.name.value] : [],
    ),
  );
  const joined = document.definitions.filter(
    (one) => isPlainExtension(one) && own.has(one.name.value),
  ) as ObjectTypeExtensionNode[];
  if (joined.length === 0) return sdl;
  const definitions = document.definitions.flatMap((one): readonly DefinitionNode[] => {
    if (joined.includes(one as ObjectTypeExtensionNode)) return [];
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [one];
    const more = joined.filter(({ name }) => name.value === one.name.value);
    return [{ ...one, fields: [...(one.fields ?? []), ...more.flatMap((e) => e.fields ?? [])] }];
  });
  return print({ ...document, definitions });
};

/** A subgraph's whole schema: its files in one, after the shared types that they reach. */
export const readSubgraphSdl = (folder: string): string =>
  withShared(
    withExtensionsJoined(
      sdlFiles(folder)
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join('\n'),
    ),
  );
