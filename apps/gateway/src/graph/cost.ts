import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, GraphQLError, visit } from 'graphql';
import { subgraphNamed } from '../registry.ts';
import type { GatewayContext } from './transport.ts';
import { weightedCosts } from './weighted-cost.ts';

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

export interface CostLimits {
  /** Fields with fields of their own, summed over the calls of an operation. */
  readonly cost: number;
  /** Objects that an operation may be answered with, each page as long as it may be. */
  readonly objects: number;
}

const tooDear = (what: string, most: number) =>
  new GraphQLError(`The operation ${what}; ${most} is the most. Ask for less at once.`, {
    extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE' },
  });

/**
 * Refuses an operation whose calls to the subgraphs ask for too much, and tells the caller's account what each call costs.
 * The planner hands over the same document each time, so that its cost is found once (the gateway's own
 * `demandControl` finds it anew for each call's variables).
 */
export const costLimit = (most: CostLimits): GatewayPlugin<GatewayContext> => {
  const known = new WeakMap<DocumentNode, number>();
  const spent = new WeakMap<object, CostLimits>();
  const weighted = weightedCosts((name) => subgraphNamed(name).schema);
  return {
    onSubgraphExecute: ({ subgraphName, executionRequest: { document, context, variables } }) => {
      const called = weighted(subgraphName, document, variables);
      context?.charge?.(called);
      let fields = known.get(document);
      if (fields === undefined) {
        fields = costOf(document);
        known.set(document, fields);
      }
      const before = (context && spent.get(context)) ?? { cost: 0, objects: 0 };
      const sum = { cost: before.cost + fields, objects: before.objects + called };
      if (context) spent.set(context, sum);
      if (sum.cost > most.cost) throw tooDear(`would cost ${sum.cost}`, most.cost);
      if (sum.objects > most.objects)
        throw tooDear(`might be answered with ${sum.objects} objects`, most.objects);
    },
  };
};
