import type { Database, Principal } from '@nodp/database';
import { type IngestResult, type Intake, takeUpAgain } from '@nodp/intake';
import type postgres from 'postgres';
import { formatOf } from './format-of.ts';

export interface TakingUpOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly onTaken: (result: IngestResult) => void;
  readonly onError: (error: Error) => void;
}

interface Left {
  readonly id: string;
  readonly institution: string;
  readonly account: string;
  readonly channel: string;
  readonly request: object;
  readonly content: Uint8Array;
}

/** No submission is under way for so long: the longest Bundles take one minute. */
const LEFT_AFTER = '5 minutes';

/** One that ended the platform each time would end it for ever. */
const MOST_ATTEMPTS = 3;

/** The oldest that is left, noted as tried before it is: who else looks takes the next. */
const next = async (sql: postgres.Sql): Promise<Left | undefined> => {
  const [left] = await sql<Left[]>`
    with taken as (
      update basic.submission set attempts = attempts + 1 where id = (
        select id from basic.submission
        where status = 'received' and request is not null and attempts < ${MOST_ATTEMPTS}
          and received_at < now() - (attempts + 1) * ${LEFT_AFTER}::interval
        order by received_at, id limit 1 for update skip locked)
      returning id, institution_id, account_id, channel, request, sha256)
    select t.id, t.institution_id as institution, t.account_id as account, t.channel, t.request, p.content
    from taken t join basic.payload p on p.sha256 = t.sha256`;
  return left;
};

/** Under the name of who sent it, which may be an account of the operator's provider. */
const sender = ({ account, institution }: Left): Principal => ({
  accountId: account,
  name: { en: account, zh: account },
  role: 'SYSTEM',
  institutionId: institution,
});

/** Takes up what a crash, of this process or another, left without an answer, one after the other. */
export const takeUpLeft = async (sql: postgres.Sql, options: TakingUpOptions): Promise<void> => {
  const { database, intake, onTaken, onError } = options;
  for (;;) {
    const left = await next(sql);
    if (left === undefined) return;
    const { id, channel, content: sealed, request } = left;
    try {
      const result = await database.session(sender(left), (session) =>
        takeUpAgain(session, intake, {
          id,
          channel,
          sealed,
          format: formatOf(intake, channel, request),
        }),
      );
      onTaken(result);
    } catch (error) {
      onError(error as Error);
    }
  }
};
