import { fileURLToPath } from 'node:url';
import type { Migrations } from '@nodp/database';
import type { Subgraph } from '@nodp/graph';
import { followup } from '@nodp/subgraph-followup';
import { imaging } from '@nodp/subgraph-imaging';
import { patients } from '@nodp/subgraph-patients';
import { research } from '@nodp/subgraph-research';
import { specimens } from '@nodp/subgraph-specimens';
import { statistics } from '@nodp/subgraph-statistics';
import type { ResourceName } from './resources.ts';

/**
 * The subgraphs of the platform. This list and `supergraph.yaml` are the two places that name them: what a subgraph
 * is (schema, resolvers, migrations, needs) its own registration says.
 */
const registered: readonly Subgraph<ResourceName>[] = [
  patients,
  specimens,
  imaging,
  followup,
  research,
  statistics,
];

/** By the names of `supergraph.yaml`. */
export const subgraphs: ReadonlyMap<string, Subgraph<ResourceName>> = new Map(
  registered.map((subgraph) => [subgraph.name, subgraph]),
);

/** @throws Error for a name that `supergraph.yaml` has and the code has not */
export const subgraphNamed = (name: string): Subgraph<ResourceName> => {
  const found = subgraphs.get(name);
  if (found === undefined) {
    throw new Error(
      `There is no subgraph “${name}”; there are ${[...subgraphs.keys()].join(', ')}.`,
    );
  }
  return found;
};

/** The migrations of every subgraph, after those of the basic pool, which the policies of all read. */
export const migrations: readonly Migrations[] = [
  {
    schema: 'basic',
    folder: fileURLToPath(new URL('../../../packages/database/migrations', import.meta.url)),
  },
  ...registered.map((subgraph) => subgraph.migrations),
];
