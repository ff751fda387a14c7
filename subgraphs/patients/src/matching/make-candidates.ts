import type postgres from 'postgres';
import type { MatchOptions } from './options.ts';

/** A key that more patients share than this is of a value that says nothing: a ward's telephone, a name and the first of January. */
const LARGEST_BLOCK = 500;

/**
 * The pairs of patients who share a key, in the database alone and without a name in clear.
 * @returns how many there are
 */
export const makeCandidates = async (
  sql: postgres.Sql,
  { onProgress, signal }: Pick<MatchOptions, 'onProgress' | 'signal'>,
): Promise<number> => {
  await onProgress('BLOCKING', 0);
  await sql`truncate patients.match_block, patients.match_candidate, patients.match_term`;
  await sql`
    insert into patients.match_term (term, records)
    select t.term, count(*) from (select written as term from patients.match_key
      union all select sound from patients.match_key) t
    where t.term is not null group by t.term having count(*) > 1`;
  await sql.begin(async (transaction) => {
    // Sorts of a nation's keys spill to disk beyond this.
    await transaction`set local work_mem = '256MB'`;
    await transaction`
      insert into patients.match_block (key, patient_id)
      select b.key, b.patient_id from (
        select u.key, u.patient_id, count(*) over (partition by u.key) as patients
        from (select distinct x.key, k.patient_id from patients.match_key k cross join lateral unnest(k.keys) as x(key)) u
      ) b where b.patients between 2 and ${LARGEST_BLOCK}`;
  });
  signal.throwIfAborted();
  await onProgress('BLOCKING', 0.5);
  await sql`analyze patients.match_block`;
  await sql.begin(async (transaction) => {
    await transaction`set local work_mem = '256MB'`;
    await transaction`
      insert into patients.match_candidate (low_id, high_id)
      select distinct a.patient_id, b.patient_id
      from patients.match_block a join patients.match_block b on b.key = a.key and b.patient_id > a.patient_id
      order by 1, 2`;
  });
  await sql`truncate patients.match_block`;
  await sql`analyze patients.match_candidate`;
  const [counted] = await sql<{ pairs: number }[]>`
    select count(*) as pairs from patients.match_candidate`;
  await onProgress('BLOCKING', 1);
  return counted?.pairs ?? 0;
};
