import { seedLifeTables, seedRegions } from '@nodp/subgraph-statistics';
import postgres from 'postgres';

/** Reference data every platform has, with or without demonstration data. */
export const seedReference = async (ownerUrl: string): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await seedRegions(sql);
    await seedLifeTables(sql);
  } finally {
    await sql.end();
  }
};
