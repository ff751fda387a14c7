import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';

const shared = parse(readFileSync(new URL('../shared.graphql', import.meta.url), 'utf8'));

const typesNamedIn = (definitions: readonly DefinitionNode[]): string[] => {
  const names: string[] = [];
  for (const definition of definitions) {
    visit(definition, {
      [Kind.NAMED_TYPE]: ({ name }) => {
        names.push(name.value);
      },
    });
  }
  return names;
};

const nameOf = (definition: DefinitionNode): string | null =>
  'name' in definition && definition.name !== undefined ? definition.name.value : null;

/** The shared types that a schema reaches, in the order of `shared.graphql`. */
const reachedFrom = (own: DocumentNode): DefinitionNode[] => {
  const reached = new Set<string>();
  const waiting = typesNamedIn(own.definitions);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = shared.definitions.find((d) => nameOf(d) === name);
    if (definition === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...typesNamedIn([definition]));
  }
  return shared.definitions.filter((definition) => {
    const name = nameOf(definition);
    return name === null || reached.has(name);
  });
};

/**
 * A subgraph's whole schema: what every subgraph shares (the link to the federation specification, scalars, `Label`,
 * `Coded`, `PageInfo`, …) stands once in `shared.graphql` and precedes the subgraph's own file. A shared type that
 * the subgraph does not reach is left out, because a schema without it promises nothing about it.
 */
export const withShared = (sdl: string): string =>
  `${reachedFrom(parse(sdl)).map(print).join('\n\n')}\n\n${sdl}`;
