import { useGenericAuth } from '@envelop/generic-auth';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { hasScope, type Principal, type Role, scopesOf } from '@nodp/database';
import { BREAK, type DocumentNode, visit } from 'graphql';
import type { operationNamer } from './operation.ts';
import type { GatewayContext } from './transport.ts';

/** Told of an operation that asks for what its reader may not see. */
export type Refused = (
  context: GatewayContext & { readonly principal: Principal },
) => Promise<void>;

/** What is used here of an envelop plugin. */
interface ExecutePayload {
  readonly args: {
    document: DocumentNode;
    readonly operationName?: string | null;
    readonly contextValue: unknown;
  };
  readonly setResultAndStopExecution: (result: unknown) => void;
}
interface AccessPlugin {
  readonly onPluginInit?: (payload: { readonly addPlugin: (plugin: never) => void }) => void;
  readonly onExecute?: (payload: ExecutePayload) => unknown;
}

/** Whether what is asked depends on more than the document (`@skip`, `@include`). */
const conditional = (document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value !== 'skip' && name.value !== 'include') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
};

/**
 * Access by the rules of the schema, the verdict of a document and a role kept: rules, scopes and the parsed
 * document do not change, and reading them anew took an eighth of the patient page's time. Only acceptance
 * is cached, and only of signed-in accounts. What was accepted is executed as it was parsed, since plans are
 * kept by document: a copy, which the check makes, would be planned again each time.
 */
const verdictsCached = (
  check: AccessPlugin,
  nameOf: ReturnType<typeof operationNamer>,
  onRefused: Refused | undefined,
): AccessPlugin => {
  const accepted = new WeakMap<DocumentNode, Set<Role>>();
  const rolesOf = (document: DocumentNode): Set<Role> => {
    let roles = accepted.get(document);
    if (roles === undefined) {
      roles = new Set();
      accepted.set(document, roles);
    }
    return roles;
  };
  return {
    ...check,
    onExecute: (payload) => {
      const { document, operationName } = payload.args;
      const context = payload.args.contextValue as GatewayContext;
      const { principal } = context;
      if (principal !== null && accepted.get(document)?.has(principal.role)) return undefined;
      let refused = false;
      const setResultAndStopExecution = (result: unknown) => {
        refused = true;
        payload.setResultAndStopExecution(result);
      };
      const hooks = check.onExecute?.({ ...payload, setResultAndStopExecution });
      if (refused && principal !== null && onRefused !== undefined) {
        const operation = nameOf(document, operationName);
        return onRefused({ ...context, principal, operation }).then(() => hooks);
      }
      if (refused) return hooks;
      payload.args.document = document;
      if (principal !== null && !conditional(document)) rolesOf(document).add(principal.role);
      return hooks;
    },
  };
};

/** An operation that asks for what its reader may not see is refused whole. */
export const access = (
  nameOf: ReturnType<typeof operationNamer>,
  onRefused?: Refused,
): GatewayPlugin<GatewayContext> => {
  const auth = useGenericAuth({
    mode: 'protect-granular',
    resolveUserFn: (context) => (context as unknown as GatewayContext).principal,
    extractScopes: (user) => {
      const principal = user as Principal | null;
      return principal
        ? scopesOf[principal.role].filter((scope) => hasScope(principal, scope))
        : [];
    },
  }) as AccessPlugin;
  return {
    ...auth,
    onPluginInit: (payload: { readonly addPlugin: (plugin: never) => void }) =>
      auth.onPluginInit?.({
        ...payload,
        // The check itself is a plugin that this one adds.
        addPlugin: (plugin) =>
          payload.addPlugin(verdictsCached(plugin, nameOf, onRefused) as never),
      }),
  } as never;
};
