/** The worklist of who reads patients: clinicians and follow-up coordinators. */
import { execute } from '../../../graph/execute.ts';
import { ClinicalTasksDocument } from '../../../graph/generated/graphql.ts';
import type { ListedTask } from './data.ts';
import { type ReadTasks, Worklist } from './worklist.tsx';

const read: ReadTasks = async (variables, signal) => {
  const { edges, pageInfo } = (await execute(ClinicalTasksDocument, variables, signal)).worklist;
  return {
    pageInfo,
    edges: edges.map(({ node }): { node: ListedTask } => ({
      node: {
        ...node,
        whose: { id: node.patient.id, name: node.patient.identity.name, opens: true },
      },
    })),
  };
};

export function ClinicalTasksPage() {
  return <Worklist read={read} />;
}
