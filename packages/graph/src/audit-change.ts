import type { Session } from '@nodp/database';
import { type DocumentNode, getOperationAST, Kind, OperationTypeNode } from 'graphql';

/** Every mutation is recorded before it is done, whatever it changes: a new one cannot be forgotten. */
export const auditChange = async (
  session: Session,
  document: DocumentNode,
  operationName: string | null | undefined,
): Promise<void> => {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return;
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  await session.audit('change', [], { fields });
};
