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
import { type IdKind, idNamed, patientNamed } from './ids.ts';

/** Patients whom one change names: more than any page acts upon at once. */
const MOST = 1_000;

/** How a subgraph finds the patients whom ids mean that do not name them: those of a claim, of a donor. */
export interface MeantPatients {
  readonly kinds: readonly IdKind[];
  readonly find: (session: Session, ids: readonly string[]) => Promise<readonly string[]>;
}

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

/**
 * The patients whom an operation names by their ids or by those of their records, wherever it does; and ids that mean patients.
 * @param kinds of ids that mean patients
 */
const namedIn = (
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  kinds: readonly IdKind[],
) => {
  const [patients, others] = [new Set<string>(), new Set<string>()];
  const add = (text: string): void => {
    const patient = patientNamed(text);
    if (patient !== null) patients.add(patient);
    const other = idNamed(text, kinds);
    if (other !== null) others.add(other);
  };
  visit(operation, { StringValue: ({ value }) => add(value) });
  for (const { variable } of operation.variableDefinitions ?? [])
    for (const text of textsIn(variables[variable.name.value])) add(text);
  return { patients, others };
};

/**
 * Every mutation is recorded before it is done, whatever it changes and whether or not it is then found to be allowed, with every
 * patient whom it names, or means by the id of something else: a new one cannot be forgotten.
 * @throws BAD_USER_INPUT where it names more patients than are recorded
 */
export const auditChange = async (
  session: Session,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  meant: MeantPatients | null,
): Promise<void> => {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return;
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  const { patients, others } = namedIn(operation, variables, meant?.kinds ?? []);
  if (patients.size > MOST || others.size > MOST)
    throw badInput(`A change names ${MOST} patients at most. / 一次更改最多涉及 ${MOST} 名患者。`);
  if (meant !== null && others.size > 0)
    for (const patient of await meant.find(session, [...others])) patients.add(patient);
  await session.audit('change', [...patients], { fields });
};
