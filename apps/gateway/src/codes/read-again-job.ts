import type { Database, Principal } from '@nodp/database';
import { ensureJobAsOwner, type Job } from '@nodp/database/jobs';
import { type Intake, readAgain } from '@nodp/intake';
import postgres from 'postgres';
import { formatOf } from '../fhir/format-of.ts';

export interface ReadAgainOptions {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly intake: Intake;
  /** Hears of a submission that could not be read again; the others are. */
  readonly onError: (error: Error) => void;
}

interface Due {
  readonly institution: string;
  readonly submission: string;
  readonly account: string;
  readonly channel: string;
  readonly request: object | null;
  readonly content: Uint8Array;
  readonly records: readonly string[];
}

/** Submissions that are read at once: each may hold the records of a long file. */
const AT_ONCE = 20;

/** The codes of every institution with the latest that was said of each. */
const latest = (sql: postgres.Sql) => sql`
  select distinct on (institution_id, domain, system, code) institution_id, domain, system, code, id
  from basic.code_mapping order by institution_id, domain, system, code, id desc`;

const dueCount = async (sql: postgres.Sql): Promise<number> => {
  const [row] = await sql<{ n: number }[]>`
    with said as (${latest(sql)})
    select count(distinct (u.institution_id, u.submission_id))::int as n from said s
    join basic.code_in_use u using (institution_id, domain, system, code) where u.mapping_id < s.id`;
  return row?.n ?? 0;
};

/**
 * Requests the job where something is to be read again that no request told of: a submission that was under way while a code was
 * mapped, a job that did not come to its end.
 */
export const requestReadingAgain = (ownerUrl: string) => async (sql: postgres.Sql) => {
  if ((await dueCount(sql)) > 0) await ensureJobAsOwner(ownerUrl, 'read-again');
};

const dueNext = (sql: postgres.Sql, after: string): Promise<Due[]> => sql<Due[]>`
  with said as (${latest(sql)}), due as (
    select u.institution_id, u.submission_id, array_agg(distinct u.resource_type || ' ' || u.source_id) as records
    from said s join basic.code_in_use u using (institution_id, domain, system, code)
    where u.mapping_id < s.id and u.submission_id > ${after}::uuid
    group by u.institution_id, u.submission_id order by u.submission_id limit ${AT_ONCE})
  select d.institution_id as institution, d.submission_id as submission, d.records, s.account_id as account, s.channel, s.request,
    p.content
  from due d join basic.submission s on s.id = d.submission_id join basic.payload p on p.sha256 = s.sha256
  order by d.submission_id`;

/** Under the name of who sent it, which may be an account of the operator's provider. */
const sender = ({ account, institution }: Due): Principal => ({
  accountId: account,
  name: { en: account, zh: account },
  role: 'SYSTEM',
  institutionId: institution,
});

/** Of no submission: each has a greater one. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Reads those records again that hold a code of which something newer was said than they were read by: each from the submission that
 * told of it last. Begun again after a crash, it finds what is left.
 */
export const readAgainJob = ({ ownerUrl, database, intake, onError }: ReadAgainOptions): Job => ({
  kind: 'read-again',
  run: async ({ signal, progress }) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    let [done, records, left] = [0, 0, 0];
    try {
      const all = await dueCount(sql);
      await progress('READING_AGAIN', 0);
      for (let after = FIRST; !signal.aborted; ) {
        const due = await dueNext(sql, after);
        if (due.length === 0) break;
        for (const one of due) {
          if (signal.aborted) break;
          const { submission: id, channel, request, content: sealed } = one;
          const format = formatOf(intake, channel, request ?? {});
          try {
            records += await database.session(
              sender(one),
              (session) => readAgain(session, intake, { id, sealed, format }, new Set(one.records)),
              { requestId: id, operation: 'job read-again' },
            );
          } catch (error) {
            left++;
            onError(error as Error);
          }
          after = id;
          done++;
        }
        await progress('READING_AGAIN', Math.min(1, done / Math.max(all, 1)));
      }
      return { submissions: done, records, left };
    } finally {
      await sql.end();
    }
  },
});
