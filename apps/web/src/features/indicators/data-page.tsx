/** Quality indicators of an institution's data managers, who know patients by record numbers. */
import { execute } from '../../graph/execute.ts';
import { DataCareCasesDocument } from '../../graph/generated/graphql.ts';
import type { ListedCase, ReadCases } from './data.ts';
import { Indicators } from './pages.tsx';

const read: ReadCases = async (variables, signal) => {
  const { edges, pageInfo } = (await execute(DataCareCasesDocument, variables, signal)).careCases;
  return {
    pageInfo,
    edges: edges.map(({ node }): { node: ListedCase } => ({
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

export function DataIndicatorsPage() {
  return <Indicators path="/data-centre/quality/{-$code}" read={read} />;
}
