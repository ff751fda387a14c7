import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, GraphQLError, visit } from 'graphql';
import type { GatewayContext } from './transport.ts';

/** Objects a document asks for; each of them is read from somewhere. */
const costOf = (document: DocumentNode): number => {
  let cost = 0;
  visit(document, {
    Field: ({ selectionSet }) => {
      if (selectionSet !== undefined) cost++;
    },
  });
  return cost;
};

/**
 * Refuses an operation whose calls to the subgraphs ask for more objects than `most`, summed over the calls.
 * The planner hands over the same document each time, so that its cost is found once (the gateway's own
 * `demandControl` finds it anew for each call's variables).
 */
export const costLimit = (most: number): GatewayPlugin<GatewayContext> => {
  const known = new WeakMap<DocumentNode, number>();
  const spent = new WeakMap<object, number>();
  return {
    onSubgraphExecute: ({ executionRequest: { document, context } }) => {
      let cost = known.get(document);
      if (cost === undefined) {
        cost = costOf(document);
        known.set(document, cost);
      }
      const sum = cost + (context ? (spent.get(context) ?? 0) : 0);
      if (context) spent.set(context, sum);
      if (sum > most) {
        throw new GraphQLError(
          `The operation would cost ${sum}; ${most} is the most. Ask for less at once.`,
          { extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE' } },
        );
      }
    },
  };
};
