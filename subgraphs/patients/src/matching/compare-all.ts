import type { IdentityCipher } from '@nodp/database';
import type postgres from 'postgres';
import { type Basis, basisOf, type LearntModel, termsOf } from './basis.ts';
import { comparePatients } from './compare.ts';
import type { MatchOptions } from './options.ts';
import { loadPersons } from './pool.ts';

const BATCH = 10_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Learnt {
  readonly model: LearntModel | null;
  readonly records: number;
}

const learntBy = async (sql: postgres.Sql): Promise<Learnt> => {
  const [row] = await sql<Learnt[]>`
    select (select l.model from patients.match_model l order by l.id desc limit 1) as model,
      (select count(*) from patients.match_key) as records`;
  return row ?? { model: null, records: 0 };
};

const basisFor = async (
  sql: postgres.TransactionSql,
  cipher: IdentityCipher,
  { model, records }: Learnt,
  persons: Awaited<ReturnType<typeof loadPersons>>,
): Promise<Basis> => {
  const terms = [...persons.values()]
    .flat()
    .flatMap((person) => Object.values(termsOf(cipher, person)))
    .filter((term) => term !== null);
  const rows = await sql<{ term: number; records: number }[]>`
    select term, records from patients.match_term where term = any(${[...new Set(terms)]}::bigint[])`;
  return basisOf(cipher, model, records, new Map(rows.map((row) => [row.term, row.records])));
};

interface Progress {
  readonly afterLow: string | null;
  readonly afterHigh: string | null;
  readonly candidates: number;
}

const nextBatch = (
  sql: postgres.Sql,
  cipher: IdentityCipher,
  learnt: Learnt,
  after: readonly [string, string],
  size: number,
): Promise<{ last: readonly [string, string]; pairs: number } | null> =>
  sql.begin(async (transaction) => {
    const pairs = await transaction<{ lowId: string; highId: string }[]>`
      select low_id, high_id from patients.match_candidate
      where (low_id, high_id) > (${after[0]}::uuid, ${after[1]}::uuid)
      order by low_id, high_id limit ${size}`;
    const last = pairs.at(-1);
    if (last === undefined) return null;
    const ids = new Set(pairs.flatMap(({ lowId, highId }) => [lowId, highId]));
    const persons = await loadPersons(transaction, cipher, [...ids]);
    const by = await basisFor(transaction, cipher, learnt, persons);
    const found = pairs.flatMap(({ lowId, highId }) => {
      const [left, right] = [persons.get(lowId), persons.get(highId)];
      if (left === undefined || right === undefined) return [];
      return comparePatients([lowId, left], [highId, right], by) ?? [];
    });
    await transaction`select patients.store_pairs('{}', ${JSON.stringify(found)}::text::jsonb)`;
    await transaction`update patients.matching set after_low = ${last.lowId}, after_high = ${last.highId} where id = 1`;
    return { last: [last.lowId, last.highId] as const, pairs: pairs.length };
  });

/** Compares every pair, batch by batch, from where a run before was broken off; what was stored and is not found any more goes. */
export const compareAll = async (
  sql: postgres.Sql,
  cipher: IdentityCipher,
  { onProgress, signal, batch = BATCH }: MatchOptions,
): Promise<void> => {
  const [run] = await sql<Progress[]>`
    select after_low, after_high, candidates from patients.matching where id = 1`;
  const learnt = await learntBy(sql);
  let after = [run?.afterLow ?? NOBODY, run?.afterHigh ?? NOBODY] as const;
  const [before] = await sql<{ pairs: number }[]>`
    select count(*) as pairs from patients.match_candidate where (low_id, high_id) <= (${after[0]}::uuid, ${after[1]}::uuid)`;
  let done = before?.pairs ?? 0;
  for (;;) {
    signal.throwIfAborted();
    const next = await nextBatch(sql, cipher, learnt, after, batch);
    if (next === null) break;
    after = [next.last[0], next.last[1]];
    done += next.pairs;
    await onProgress('COMPARING', Math.min(1, done / Math.max(1, run?.candidates ?? 1)));
  }
  await sql.begin(async (transaction) => {
    await transaction`lock table patients.match_pair in share row exclusive mode`;
    const gone = await transaction<{ lowId: string; highId: string; state: string }[]>`
      delete from patients.match_pair p using patients.matching m
      where m.id = 1 and p.state in ('REVIEW', 'LINKED') and p.checked_at < m.started_at
      returning p.low_id, p.high_id, p.state`;
    const parted = gone.flatMap((p) => (p.state === 'LINKED' ? [p.lowId, p.highId] : []));
    if (parted.length > 0) await transaction`select patients.compose_persons(${parted}::uuid[])`;
    await transaction`truncate patients.match_candidate`;
    await transaction`update patients.matching set finished_at = clock_timestamp() where id = 1`;
  });
};
