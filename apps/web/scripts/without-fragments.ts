import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Each field of a level once; a field that is asked under a condition stands alone. */
const merged = (selections: readonly SelectionNode[]): SelectionNode[] => {
  const fields = new Map<string, FieldNode>();
  const others: SelectionNode[] = [];
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD || selection.directives?.length) {
      others.push(selection);
      continue;
    }
    const key = selection.alias?.value ?? selection.name.value;
    const known = fields.get(key);
    const below = [known, selection].flatMap((field) => field?.selectionSet?.selections ?? []);
    fields.set(key, {
      ...selection,
      ...(below.length > 0 && {
        selectionSet: { kind: Kind.SELECTION_SET, selections: merged(below) },
      }),
    });
  }
  return [...fields.values(), ...others];
};

const typeOfField = (parent: GraphQLNamedType, { name }: FieldNode): GraphQLNamedType | null => {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  const field = parent.getFields()[name.value];
  return field === undefined ? null : getNamedType(field.type);
};

/**
 * The same document with what its fragments ask for in their place: the gateway puts the data of every
 * fragment together again for every object of every answer, which took a third of a large answer's time. A
 * fragment on another type than the one it stands in, or under a condition, stays, inline.
 */
export const withoutFragments = (document: DocumentNode, schema: GraphQLSchema): DocumentNode => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);

  const opened = (selection: SelectionNode, parent: GraphQLNamedType): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const type = typeOfField(parent, selection);
      if (selection.selectionSet === undefined || type === null) return [selection];
      return [{ ...selection, selectionSet: openedSet(selection.selectionSet, type) }];
    }
    const spread = selection.kind === Kind.FRAGMENT_SPREAD;
    const of = spread ? fragments.get(selection.name.value) : selection;
    if (of === undefined)
      throw new Error('A fragment is spread that the document does not define.');
    const type = of.typeCondition ? schema.getType(of.typeCondition.name.value) : parent;
    if (type === undefined) throw new Error(`There is no type ${of.typeCondition?.name.value}.`);
    const within = openedSet(of.selectionSet, type);
    if (type === parent && !selection.directives?.length) return [...within.selections];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(of.typeCondition && { typeCondition: of.typeCondition }),
        ...(selection.directives && { directives: selection.directives }),
        selectionSet: within,
      },
    ];
  };
  const openedSet = (set: SelectionSetNode, parent: GraphQLNamedType): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: merged(set.selections.flatMap((selection) => opened(selection, parent))),
  });

  return {
    ...document,
    definitions: document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
      const root = schema.getRootType(definition.operation);
      if (!root) throw new Error(`The schema has no ${definition.operation}.`);
      return [{ ...definition, selectionSet: openedSet(definition.selectionSet, root) }];
    }),
  };
};
