import type postgres from 'postgres';

/** The newest release and when it was built, ISO 8601; null before the first. @param sql as the owner */
export const newestRelease = async (
  sql: postgres.Sql,
): Promise<{ readonly number: number; readonly builtAt: string } | null> => {
  const [row] = await sql<{ number: number; built_at: Date }[]>`
    select number, built_at from research.release order by number desc limit 1`;
  return row === undefined ? null : { number: row.number, builtAt: row.built_at.toISOString() };
};
