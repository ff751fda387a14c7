import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';

/** What an export that failed is told of, after its end (hours). */
const TOLD_HOURS = 24;

/** Takes away exports that have expired or were ended, and files of which no export is left. @returns the folders removed */
export const removeExpired = async (sql: postgres.Sql, folder: string): Promise<string[]> => {
  // Listed first: a folder that is made after has an export.
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  await sql`delete from basic.fhir_export e using basic.job j
    where j.id = e.id and j.state in ('DONE', 'FAILED', 'CANCELLED')
      and coalesce(e.expires_at, j.ended_at + ${TOLD_HOURS}::int * interval '1 hour') <= now()`;
  const retained = await sql<{ id: string }[]>`
    select id from basic.fhir_export where id = any(${there.filter((name) => /^[0-9a-f-]{36}$/.test(name))}::uuid[])`;
  const ids = new Set(retained.map(({ id }) => id));
  const gone = there.filter((name) => !ids.has(name));
  for (const name of gone) await rm(join(folder, name), { recursive: true, force: true });
  return gone;
};
