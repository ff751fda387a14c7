/** The worklist of an institution's data managers, who know patients by record numbers. */
import { execute } from '../../../graph/execute.ts';
import { DataTasksDocument } from '../../../graph/generated/graphql.ts';
import type { ListedTask } from './data.ts';
import { type ReadTasks, Worklist } from './worklist.tsx';

const read: ReadTasks = async (variables, signal) => {
  const { edges, pageInfo } = (await execute(DataTasksDocument, variables, signal)).worklist;
  return {
    pageInfo,
    edges: edges.map(({ node }): { node: ListedTask } => ({
      node: {
        ...node,
        whose: {
          id: node.audited.id,
          name: node.audited.recordNumbers.join(', ') || '—',
          opens: false,
        },
      },
    })),
  };
};

export function DataTasksPage() {
  return <Worklist read={read} />;
}
