import type { Sql } from 'postgres';
import { ownerWriter } from './owner-writer.ts';
import { putLifeTables } from './put-data-sets.ts';
import { shippedLifeTables } from './shipped-life-tables.ts';

/**
 * Gives a platform that has no life tables those that ship with it. As often as one likes.
 * @param ownerSql as the role that owns the tables
 */
export const seedLifeTables = async (ownerSql: Sql): Promise<void> => {
  const [known] = await ownerSql`select 1 from statistics.life_table_set limit 1`;
  if (known !== undefined) return;
  await ownerSql.begin(async (transaction) => {
    await putLifeTables(ownerWriter(transaction), shippedLifeTables(), 'platform');
  });
};
