/** Quality indicators of who reads patients. */
import { execute } from '../../graph/execute.ts';
import { ClinicalCareCasesDocument } from '../../graph/generated/graphql.ts';
import type { ListedCase, ReadCases } from './data.ts';
import { Indicators } from './pages.tsx';

const read: ReadCases = async (variables, signal) => {
  const { edges, pageInfo } = (await execute(ClinicalCareCasesDocument, variables, signal))
    .careCases;
  return {
    pageInfo,
    edges: edges.map(({ node }): { node: ListedCase } => ({
      node: {
        ...node,
        whose: { id: node.patient.id, name: node.patient.identity.name, opens: true },
      },
    })),
  };
};

export function ClinicalIndicatorsPage() {
  return <Indicators path="/clinical/quality/{-$code}" read={read} />;
}
