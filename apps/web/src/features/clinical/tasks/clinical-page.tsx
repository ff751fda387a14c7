/** The worklist of who reads patients: clinicians and follow-up coordinators. */
import { useLingui } from '@lingui/react/macro';
import { execute } from '../../../graph/execute.ts';
import { ClinicalTasksDocument } from '../../../graph/generated/graphql.ts';
import type { ListedTask } from './data.ts';
import { type ReadTasks, Worklist } from './worklist.tsx';

/** @param closed what stands for the name of a patient whose record is not open, as of a referral that waits */
const reads =
  (closed: string): ReadTasks =>
  async (variables, signal) => {
    const { edges, pageInfo } = (await execute(ClinicalTasksDocument, variables, signal)).worklist;
    return {
      pageInfo,
      edges: edges.map(({ node }): { node: ListedTask } => ({
        node: {
          ...node,
          whose:
            node.patient == null
              ? { id: node.id, name: closed, opens: false }
              : { id: node.patient.id, name: node.patient.identity.name, opens: true },
        },
      })),
    };
  };

export function ClinicalTasksPage() {
  const { t } = useLingui();
  return <Worklist read={reads(t`Referred patient`)} />;
}
