import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  typeFromAST,
  visit,
} from 'graphql';

const recursive = (type: GraphQLInputType, above: ReadonlySet<string>): boolean => {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  if (above.has(named.name)) return true;
  const within = new Set([...above, named.name]);
  return Object.values(named.getFields()).some((field) => recursive(field.type, within));
};

/**
 * Whether a variable of the document is of an input type that holds itself, as trees do: graphql-jit
 * (0.8) unrolls input types and would not come to an end.
 */
export const takesRecursiveInput = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: (node) => {
      const type = typeFromAST(schema, node.type as never) as GraphQLInputType | undefined;
      if (type !== undefined) found ||= recursive(type, new Set());
      return false;
    },
  });
  return found;
};
