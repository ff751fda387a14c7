import { resolve } from 'node:path';
import { readSettings, runningOwnerUrl } from '@nodp/database';
import postgres from 'postgres';

export const ownerUrl = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const { DATABASE_URL, NODP_HOME } = readSettings(env, ['DATABASE_URL', 'NODP_HOME']);
  return DATABASE_URL ?? (await runningOwnerUrl(resolve(NODP_HOME ?? '.nodp')));
};

/** The database an operator's command works on, as the owner: DATABASE_URL, else the running platform's own. */
export const withDatabase = async <T>(
  env: NodeJS.ProcessEnv,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> => {
  const sql = postgres(await ownerUrl(env), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};
