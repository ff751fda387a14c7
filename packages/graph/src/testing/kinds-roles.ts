import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@nodp/database';
import { Kind, parse } from 'graphql';

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];

/**
 * Who may read the types of a subgraph's kinds of record: they tell of patients by name, so who cares for them and nobody else.
 * One rule for every kind, so that a new one asks for no line; what a kind's file gives to others is named beside it.
 * @param folder of the subgraph
 */
export const rolesOfKinds = (folder: URL): Readonly<Record<string, readonly Role[]>> => {
  const root = fileURLToPath(folder);
  return Object.fromEntries(
    globSync('src/kinds/*/*.graphql', { cwd: root })
      .flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions)
      .flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? [one.name.value] : []))
      .map((type) => [type, carers]),
  );
};
