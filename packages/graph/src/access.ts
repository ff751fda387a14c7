import { hasScope, type Principal } from '@nodp/database';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { forbidden, unauthenticated } from './errors.ts';

/**
 * Who may read a field: any signed-in account, or accounts with all scopes of one of the sets.
 * A field without a rule is no rule: `composeSupergraph` refuses it.
 */
export interface AccessRule {
  readonly scopeSets: readonly (readonly string[])[];
}

const directiveOf = (nodes: readonly ConstDirectiveNode[] | undefined, name: string) =>
  nodes?.find((node) => node.name.value === name || node.name.value === `federation__${name}`);

/** The rule written on a field or a type. */
export const writtenRule = (
  directives: readonly ConstDirectiveNode[] | undefined,
): AccessRule | null => {
  const scopes = directiveOf(directives, 'requiresScopes')?.arguments?.[0]?.value;
  if (scopes !== undefined) return { scopeSets: valueFromASTUntyped(scopes) as string[][] };
  return directiveOf(directives, 'authenticated') ? { scopeSets: [] } : null;
};

const satisfies = (principal: Principal, rule: AccessRule): boolean =>
  rule.scopeSets.length === 0 ||
  rule.scopeSets.some((set) => set.every((scope) => hasScope(principal, scope)));

const directivesOfType = (type: GraphQLObjectType): ConstDirectiveNode[] => [
  ...(type.astNode?.directives ?? []),
  ...type.extensionASTNodes.flatMap((node) => node.directives ?? []),
];

interface NamedRule extends AccessRule {
  readonly field: string;
}

/** Federation's own fields carry no rule; what they lead to does. */
const federationField = (name: string): boolean => name.startsWith('_');

const rulesOf = (schema: GraphQLSchema, document: DocumentNode): NamedRule[] => {
  const rules = new Map<string, NamedRule>();
  const info = new TypeInfo(schema);
  const add = (field: string, rule: AccessRule | null) => {
    if (rule === null) throw forbidden(`${field} carries no access rule.`);
    rules.set(`${field} ${JSON.stringify(rule.scopeSets)}`, { field, ...rule });
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: (node) => {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!isObjectType(parent) || !field || federationField(node.name.value)) return;
        const name = `${parent.name}.${field.name}`;
        const own = writtenRule(field.astNode?.directives);
        const ofParent = writtenRule(directivesOfType(parent));
        add(name, own ?? ofParent);
        if (own !== null && ofParent !== null) add(name, ofParent);
        const returned = getNamedType(field.type);
        const ofReturned = isObjectType(returned) ? writtenRule(directivesOfType(returned)) : null;
        if (ofReturned !== null) add(name, ofReturned);
      },
    }),
  );
  return [...rules.values()];
};

/**
 * The subgraph's own access check, behind the gateway's: an operation that asks for a field that the principal may
 * not see is refused whole. The rules of a document are read once.
 */
export const accessCheck = (schema: GraphQLSchema) => {
  const known = new WeakMap<DocumentNode, NamedRule[]>();
  return (document: DocumentNode, principal: Principal | null): void => {
    let rules = known.get(document);
    if (rules === undefined) {
      rules = rulesOf(schema, document);
      known.set(document, rules);
    }
    for (const rule of rules) {
      if (principal === null) throw unauthenticated('Sign in first.');
      if (!satisfies(principal, rule))
        throw forbidden(`${rule.field} is not open to this account.`);
    }
  };
};
