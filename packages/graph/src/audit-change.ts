import type { Session } from '@nodp/database';
import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { badInput } from './errors.ts';
import { patientNamed } from './ids.ts';

/** Patients whom one change names: more than any page acts upon at once. */
const MOST = 1_000;

/** Every text within a value of a variable. */
function* textsIn(value: unknown): Generator<string> {
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') yield one;
    else if (typeof one === 'object' && one !== null)
      for (const inner of Object.values(one)) open.push(inner);
  }
}

/** The patients whom an operation names by their ids or by those of their records, wherever it does. */
const patientsNamed = (
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string[] => {
  const found = new Set<string>();
  const add = (text: string): void => {
    const patient = patientNamed(text);
    if (patient !== null) found.add(patient);
  };
  visit(operation, { StringValue: ({ value }) => add(value) });
  for (const { variable } of operation.variableDefinitions ?? [])
    for (const text of textsIn(variables[variable.name.value])) add(text);
  return [...found];
};

/**
 * Every mutation is recorded before it is done, whatever it changes and whether or not it is then found to be allowed, with every
 * patient whom it names: a new one cannot be forgotten.
 * @throws BAD_USER_INPUT where it names more patients than are recorded
 */
export const auditChange = async (
  session: Session,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return;
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  const patients = patientsNamed(operation, variables);
  if (patients.length > MOST)
    throw badInput(`A change names ${MOST} patients at most. / 一次更改最多涉及 ${MOST} 名患者。`);
  await session.audit('change', patients, { fields });
};
