import { type PersonIdentity, sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  decodeOne,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import type { FieldScore } from '@nodp/linkage';
import { sql } from 'drizzle-orm';
import type {
  MatchHold,
  MatchingState,
  MatchState,
  QueryMatchedPersonsArgs,
  QueryMatchPairsArgs,
} from '../generated/resolvers.ts';
import type { SealedPerson } from './persons.ts';

/** A row of `patients.read_pairs`. */
export interface MatchPairRow {
  readonly lowId: string;
  readonly highId: string;
  readonly weight: number;
  readonly probability: number;
  readonly scores: readonly FieldScore[];
  readonly state: MatchState;
  readonly held: MatchHold | null;
  readonly foundAt: string;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly across: boolean;
}

/** A row of `patients.read_pair`. */
interface SaidRow extends SealedPerson {
  readonly institutionId: string;
  readonly recordedAt: string;
}

/** What an institution says of a patient of a pair, opened for a data manager. */
export interface MatchedPersonRow extends SaidRow {
  readonly person: PersonIdentity;
}

const p = sql.placeholder;
const pairs = sqlStatement<MatchPairRow>(sql`
  select * from patients.read_pairs(${p('view')}, ${p('limit')}::int, ${p('below')}::float8, ${p('afterLow')}::uuid,
    ${p('afterHigh')}::uuid)`);
const said = sqlStatement<SaidRow>(sql`
  select * from patients.read_pair(${p('low')}::uuid, ${p('high')}::uuid)`);
const state = sqlStatement<Omit<MatchingState, 'national'>>(sql`
  select * from patients.matching_state()`);

const MOST = 100;

/** The ids of a pair as it is stored. @throws BAD_USER_INPUT */
export const pairOf = (first: string, second: string): { low: string; high: string } => {
  const [low = '', high = ''] = [decodeOne('Patient', first), decodeOne('Patient', second)].sort();
  return { low, high };
};

/** The access is recorded before it is answered, with every patient of the page. @throws BAD_USER_INPUT */
export const listPairs = async (
  { view, first, after }: QueryMatchPairsArgs,
  { session }: SubgraphContext,
): Promise<Connection<MatchPairRow>> => {
  const limit = pageSize(first, 50, MOST);
  const [below, afterLow, afterHigh] = after
    ? decodeCursor(after, ['number', 'uuid', 'uuid'])
    : [null, null, null];
  const rows = await session.run(pairs, { view, limit: limit + 1, below, afterLow, afterHigh });
  const page = connection(rows, limit, (row) => [row.weight, row.lowId, row.highId]);
  const shown = page.edges.flatMap(({ node }) => [node.lowId, node.highId]);
  await session.audit('audit-read', [...new Set(shown)], { matches: view });
  return page;
};

/** What is said of both, opened; without the audit of an access, for a decision that records itself. */
export const openPair = async (
  { session, cipher }: SubgraphContext,
  pair: { readonly low: string; readonly high: string },
): Promise<MatchedPersonRow[]> =>
  (await session.run(said, pair)).map((row) => ({
    ...row,
    person: JSON.parse(cipher.open(row.ciphertext).toString('utf8')) as PersonIdentity,
  }));

/** The access is recorded before it is answered, with both patients. @throws BAD_USER_INPUT */
export const matchedPersons = async (
  { first, second }: QueryMatchedPersonsArgs,
  context: SubgraphContext,
): Promise<MatchedPersonRow[]> => {
  const pair = pairOf(first, second);
  const rows = await openPair(context, pair);
  const shown = [...new Set(rows.map(({ patientId }) => patientId))];
  await context.session.audit('audit-read', shown, { match: true });
  return rows;
};

export const matchingState = async ({ session }: SubgraphContext): Promise<MatchingState> => {
  const [row] = await session.run(state);
  if (row === undefined) throw new Error('matching_state answers with one row');
  return { ...row, national: session.principal.institutionId === null };
};
