import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, getOperationAST } from 'graphql';
import type { GatewayContext } from './transport.ts';

/** As long as a name in the access audit may be; nobody's own document fills it with a book. */
const LONGEST = 80;

/**
 * Names operations for the access audit: the web app's documents by their name; a document of the caller's own is
 * said to be one, because it may be named as any of the web app's.
 * @param persisted the web app's documents by hash
 */
export const operationNamer = (persisted: ReadonlyMap<string, string>) => {
  const texts = new Set(persisted.values());
  return (document: DocumentNode, operationName?: string | null): string => {
    const name = getOperationAST(document, operationName)?.name?.value ?? 'unnamed';
    const text = document.loc?.source.body;
    return text !== undefined && texts.has(text)
      ? name
      : `${name.slice(0, LONGEST)} (own document)`;
  };
};

interface ExecutePayload {
  readonly args: { readonly document: DocumentNode; readonly operationName?: string | null };
  readonly extendContext: (more: Pick<GatewayContext, 'operation'>) => void;
}

/** Tells the subgraphs by which operation they are asked. */
export const namedOperations = (
  nameOf: ReturnType<typeof operationNamer>,
): GatewayPlugin<GatewayContext> =>
  ({
    onExecute: ({ args, extendContext }: ExecutePayload) =>
      extendContext({ operation: nameOf(args.document, args.operationName) }),
  }) as never;
