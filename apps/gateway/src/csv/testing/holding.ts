import postgres from 'postgres';

/**
 * Holds a file where its first rows are written and nobody knows of them yet, until the work has ended: what is asked of it meanwhile is
 * asked of one that is being taken in, on a slow machine as on a fast one.
 * @param id of a file of which no row was taken in before
 */
export const whileHeld = async (
  ownerUrl: string,
  { institution, id }: { readonly institution: string; readonly id: string },
  work: (reached: () => Promise<boolean>) => Promise<void>,
): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const looks = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const kept = new Error('Nothing of this stays.');
  try {
    await sql.begin(async (held) => {
      // A key that is not decided on yet: whoever writes it waits.
      await held`insert into basic.csv_upload (institution_id, id, account_id, header, line, counts)
        values (${institution}, ${id}, 'held', '[]', 0, '{}')`;
      const [{ pid } = { pid: 0 }] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await work(async () => {
        const [row] = await looks`
          select 1 from pg_stat_activity where ${pid} = any(pg_blocking_pids(pid)) limit 1`;
        return row !== undefined;
      });
      throw kept;
    });
  } catch (error) {
    if (error !== kept) throw error;
  } finally {
    await Promise.all([sql.end(), looks.end()]);
  }
};
