import type { IdentityCipher } from '@nodp/database';
import {
  countPatterns,
  learnPersonModel,
  type Pattern,
  PERSON_FIELDS,
  type Person,
  patternOf,
} from '@nodp/linkage';
import type postgres from 'postgres';
import type { LearntModel } from './basis.ts';
import type { MatchOptions } from './options.ts';
import { loadPersons } from './pool.ts';

/** A smaller pool teaches less than what stands. */
const FEWEST_RECORDS = 1000;
const SAMPLED_PAIRS = 20_000;
const SAMPLED_PATIENTS = 5000;
/** Each sampled patient is compared with so many others, all of whom are strangers but for a few. */
const STRANGERS = 20;

const first = (persons: ReadonlyMap<string, readonly Person[]>, id: string): Person | undefined =>
  persons.get(id)?.[0];

const shareOf = async (
  sql: postgres.Sql,
  column: 'written' | 'sound',
): Promise<LearntModel['written']> => {
  // Names that nobody shares are not counted one by one.
  const [share] = await sql<{ total: number; average: number }[]>`
    select n.total, coalesce((select sum((t.records::float8 / n.total) ^ 2) from patients.match_term t
        where t.term in (select ${sql(column)} from patients.match_key)), 0)
      + coalesce((n.total - coalesce((select sum(t.records) from patients.match_term t
        where t.term in (select ${sql(column)} from patients.match_key)), 0)) / (n.total::float8 ^ 2), 0) as average
    from (select nullif(count(${sql(column)}), 0) as total from patients.match_key) n`;
  return { total: share?.total ?? 0, average: share?.average ?? 0 };
};

/** Learns the model of the pool from a sample of its pairs, and stores it for intake. */
export const learn = async (
  sql: postgres.Sql,
  cipher: IdentityCipher,
  candidates: number,
  { onProgress }: Pick<MatchOptions, 'onProgress'>,
): Promise<void> => {
  await onProgress('LEARNING', 0);
  const [pool] = await sql<{ records: number }[]>`
    select count(*) as records from patients.match_key`;
  const records = pool?.records ?? 0;
  if (records < FEWEST_RECORDS || candidates === 0) return;
  const pairs = await sql<{ lowId: string; highId: string }[]>`
    select low_id, high_id from patients.match_candidate
      tablesample bernoulli (${Math.min(100, (100 * SAMPLED_PAIRS) / candidates)}) repeatable (1)`;
  const sampled = await sql<{ patientId: string }[]>`
    select patient_id from patients.match_key
      tablesample bernoulli (${Math.min(100, (100 * SAMPLED_PATIENTS) / records)}) repeatable (1)
    order by md5(patient_id::text)`;
  if (pairs.length === 0 || sampled.length < 2) return;
  const ids = sampled.map(({ patientId }) => patientId);
  const known = await loadPersons(sql, cipher, [
    ...new Set([...pairs.flatMap(({ lowId, highId }) => [lowId, highId]), ...ids]),
  ]);
  const patterns = (of: Iterable<readonly [string, string]>): Pattern[] =>
    [...of].flatMap(([a, b]) => {
      const [left, right] = [first(known, a), first(known, b)];
      return left === undefined || right === undefined || a === b
        ? []
        : [patternOf(PERSON_FIELDS, left, right)];
    });
  // In the order of a hash, neighbours are strangers.
  const strangers = ids.flatMap((id, i) =>
    Array.from(
      { length: STRANGERS },
      (_, n) => [id, ids[(i + n + 1) % ids.length] as string] as const,
    ),
  );
  const comparable = ((records * (records - 1)) / 2) * (pairs.length / candidates);
  const learnt: LearntModel = {
    model: learnPersonModel(
      countPatterns(patterns(pairs.map(({ lowId, highId }) => [lowId, highId] as const))),
      countPatterns(patterns(strangers)),
      Math.max(comparable, pairs.length),
    ),
    written: await shareOf(sql, 'written'),
    sound: await shareOf(sql, 'sound'),
  };
  await sql`insert into patients.match_model (model, records)
    values (${JSON.stringify(learnt)}::text::jsonb, ${records})`;
  await onProgress('LEARNING', 1);
};
