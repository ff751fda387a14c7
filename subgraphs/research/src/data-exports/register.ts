import type { Session } from '@nodp/database';
import { type Connection, connection, decodeCursor, pageSize } from '@nodp/graph';
import type { QueryExportRegisterArgs } from '../generated/resolvers.ts';
import { type RegisteredRow, registeredExports } from './rows.ts';

/** A page of the register of exports. @throws BAD_USER_INPUT */
export const listRegister = async (
  { first, after }: QueryExportRegisterArgs,
  session: Session,
): Promise<Connection<RegisteredRow>> => {
  const size = pageSize(first, 50, 100);
  const [at, id] = after ? (decodeCursor(after, ['instant', 'uuid']) as string[]) : [];
  const from = at === undefined || id === undefined ? null : { at, id };
  const rows = await registeredExports(session, size + 1, from);
  return connection(rows, size, ({ releasedAt, id: of }) => [releasedAt, of]);
};
