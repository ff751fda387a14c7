import type { PatientRegistry } from '@nodp/record';
import { getTableUniqueName } from 'drizzle-orm';
import type postgres from 'postgres';
import { setIndexesAside } from './indexes-aside.ts';

/**
 * Leaves the patient lists as they are while the tables they sum up are filled; the function given makes them from
 * those tables at once. In the transaction given, as `setIndexesAside`.
 */
export const setListsAside = async (
  sql: postgres.TransactionSql,
  { maintainedBy, tables, fill }: PatientRegistry['lists'],
): Promise<() => Promise<void>> => {
  const triggers = async (able: 'enable' | 'disable') => {
    for (const table of maintainedBy)
      await sql.unsafe(`alter table ${getTableUniqueName(table)} ${able} trigger user`);
  };
  await triggers('disable');
  return async () => {
    // No list is without its patients: where none is stored, none is listed.
    const names = tables.map(getTableUniqueName).join(', ');
    await sql.unsafe(`lock table ${names} in access exclusive mode; truncate ${names}`);
    const makeIndexes = await setIndexesAside(sql, tables.map(getTableUniqueName));
    await sql.unsafe(`set local work_mem = '256MB'`);
    for (const statement of fill) await sql.unsafe(statement);
    await makeIndexes(() => {});
    await triggers('enable');
  };
};
