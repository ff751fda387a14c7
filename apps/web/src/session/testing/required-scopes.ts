/** What the graph asks of an account for a document of the web app. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ASTNode,
  buildASTSchema,
  type ConstDirectiveNode,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const web = join(import.meta.dirname, '../..');
const supergraph = join(web, '../../../supergraph.graphql');

const schema = buildASTSchema(parse(readFileSync(supergraph, 'utf8')), { assumeValid: true });

const documents = parse(
  globSync('**/*.graphql', { cwd: web, exclude: ['graph/generated/**'] })
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n'),
);

const fragments = new Map(
  documents.definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
  ),
);

const operations = new Map(
  documents.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION && one.name ? [[one.name.value, one] as const] : [],
  ),
);

/** All scopes of one of the sets. */
type Sets = readonly (readonly string[])[];

const writtenSets = (directives: readonly ConstDirectiveNode[] = []): Sets[] =>
  directives
    .filter(({ name }) => name.value === 'requiresScopes')
    .flatMap(({ arguments: given = [] }) =>
      given.map(({ value }) => valueFromASTUntyped(value) as Sets),
    );

/** A document's operation and every fragment that it spreads, each once. */
const partsOf = (document: string): ASTNode[] => {
  const operation = operations.get(document);
  if (operation === undefined) throw new Error(`no document is called ${document}`);
  const parts = new Set<ASTNode>([operation]);
  for (const part of parts)
    visit(part, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined) throw new Error(`no fragment is called ${name.value}`);
        parts.add(fragment);
      },
    });
  return [...parts];
};

/** The access rules of the fields of a document, by the field: `Query.patient`. */
const requiredOf = (document: string): Map<string, Sets[]> => {
  const required = new Map<string, Sets[]>();
  const types = new TypeInfo(schema);
  const read = visitWithTypeInfo(types, {
    Field: ({ name }) => {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field) throw new Error(`${document}: the graph has no ${name.value}`);
      const type = getNamedType(field.type);
      required.set(`${parent.name}.${name.value}`, [
        ...writtenSets(parent.astNode?.directives),
        ...writtenSets(field.astNode?.directives),
        ...(isObjectType(type) ? writtenSets(type.astNode?.directives) : []),
      ]);
    },
  });
  for (const part of partsOf(document)) visit(part, read);
  return required;
};

/** The fields of a document that scopes do not open. */
export const closedTo = (document: string, scopes: readonly string[]): string[] =>
  [...requiredOf(document)]
    .filter(([, rules]) =>
      rules.some((sets) => !sets.some((set) => set.every((scope) => scopes.includes(scope)))),
    )
    .map(([field]) => field);
