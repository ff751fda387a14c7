import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** How many objects a list may have: by an argument's value, a variable of the document, or one. */
type Factor =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'variable'; readonly name: string; readonly otherwise: number };

/** A field with fields of its own, and what stands under it; or a fragment in its place. */
type Entry =
  | { readonly kind: 'field'; readonly factor: Factor; readonly under: Entry[] }
  | { readonly kind: 'spread'; readonly fragment: string };

interface Parts {
  readonly operation: readonly Entry[];
  readonly fragments: ReadonlyMap<string, readonly Entry[]>;
}

/** What arguments say how many there are: of a page, and of the entities that are asked for together. */
const COUNTING = ['first', 'representations'];

const ONE: Factor = { kind: 'number', number: 1 };

const factorOf = (value: ValueNode | undefined, otherwise: number): Factor => {
  if (value === undefined) return { kind: 'number', number: otherwise };
  if (value.kind === Kind.INT) return { kind: 'number', number: Number(value.value) };
  if (value.kind === Kind.LIST) return { kind: 'number', number: value.values.length };
  if (value.kind === Kind.VARIABLE) return { kind: 'variable', name: value.name.value, otherwise };
  return { kind: 'number', number: otherwise };
};

const partsOf = (document: DocumentNode, schema: GraphQLSchema): Parts => {
  const operation: Entry[] = [];
  const fragments = new Map<string, Entry[]>();
  const stack: Entry[][] = [operation];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      FragmentDefinition: {
        enter: ({ name }) => {
          const entries: Entry[] = [];
          fragments.set(name.value, entries);
          stack.push(entries);
        },
        leave: () => void stack.pop(),
      },
      FragmentSpread: ({ name }) =>
        void stack.at(-1)?.push({ kind: 'spread', fragment: name.value }),
      Field: {
        enter: ({ selectionSet, arguments: given }) => {
          if (selectionSet === undefined) return;
          const counting = types.getFieldDef()?.args.find(({ name }) => COUNTING.includes(name));
          const value = given?.find(({ name }) => name.value === counting?.name)?.value;
          const { defaultValue } = counting ?? {};
          const otherwise = typeof defaultValue === 'number' ? defaultValue : 1;
          const under: Entry[] = [];
          const factor = counting ? factorOf(value, otherwise) : ONE;
          stack.at(-1)?.push({ kind: 'field', factor, under });
          stack.push(under);
        },
        leave: ({ selectionSet }) => {
          if (selectionSet !== undefined) stack.pop();
        },
      },
    }),
  );
  return { operation, fragments };
};

const numberOf = (factor: Factor, variables: Readonly<Record<string, unknown>>): number => {
  if (factor.kind === 'number') return Math.max(1, factor.number);
  const value = variables[factor.name];
  if (Array.isArray(value)) return Math.max(1, value.length);
  return Math.max(1, typeof value === 'number' ? value : factor.otherwise);
};

const sumOf = (
  { operation, fragments }: Parts,
  variables: Readonly<Record<string, unknown>>,
): number => {
  // A fragment that stands in many places is summed once: a few of them within each other would else take for ever.
  const sums = new Map<string, number>();
  const sum = (entries: readonly Entry[]): number =>
    entries.reduce((all, entry) => {
      if (entry.kind === 'field')
        return all + numberOf(entry.factor, variables) * (1 + sum(entry.under));
      let found = sums.get(entry.fragment);
      if (found === undefined) {
        found = sum(fragments.get(entry.fragment) ?? []);
        sums.set(entry.fragment, found);
      }
      return all + found;
    }, 0);
  return sum(operation);
};

/**
 * Objects that a call of a subgraph may be answered with: each page as long as it may be, those within pages as often. What is
 * found in a document is retained, since the planner hands over the same one each time.
 */
export const weightedCosts = (schemaOf: (subgraph: string) => GraphQLSchema) => {
  const known = new WeakMap<DocumentNode, Parts>();
  return (
    subgraph: string,
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>> = {},
  ): number => {
    let parts = known.get(document);
    if (parts === undefined) {
      parts = partsOf(document, schemaOf(subgraph));
      known.set(document, parts);
    }
    return sumOf(parts, variables);
  };
};
