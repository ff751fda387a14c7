import type { Subgraph } from '@nodp/graph';
import { followup } from '@nodp/subgraph-followup';
import { imaging } from '@nodp/subgraph-imaging';
import { patients } from '@nodp/subgraph-patients';
import { research } from '@nodp/subgraph-research';
import { specimens } from '@nodp/subgraph-specimens';
import { statistics } from '@nodp/subgraph-statistics';

/** The six, by the names supergraph.yaml gives them. */
export const subgraphs: ReadonlyMap<string, Subgraph> = new Map(
  [patients, specimens, imaging, followup, research, statistics].map((one) => [one.name, one]),
);

/** @throws Error for a name supergraph.yaml has and the code has not */
export const subgraphNamed = (name: string): Subgraph => {
  const found = subgraphs.get(name);
  if (found === undefined) {
    throw new Error(
      `There is no subgraph “${name}”; there are ${[...subgraphs.keys()].join(', ')}.`,
    );
  }
  return found;
};
