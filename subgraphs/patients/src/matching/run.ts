import { identityCipher } from '@nodp/database';
import postgres from 'postgres';
import { compareAll } from './compare-all.ts';
import { fillKeys } from './fill-keys.ts';
import { learn } from './learn.ts';
import { makeCandidates } from './make-candidates.ts';
import type { MatchOptions } from './options.ts';
import { MATCH_VERSION } from './persons.ts';

export interface Matched {
  /** Pairs that shared a key. */
  readonly candidates: number;
  readonly joined: number;
  readonly waiting: number;
}

const open = (ownerUrl: string): postgres.Sql =>
  postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel } },
    types: {
      date: { to: 1184, from: [1082, 1114, 1184], serialize: String, parse: String },
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
    },
    connection: { application_name: 'nodp match' },
  });

/** Whether patients are stored who were never matched, or by other keys. @param ownerUrl of the role that owns the tables */
export const matchingOutdated = async (ownerUrl: string): Promise<boolean> => {
  const sql = open(ownerUrl);
  try {
    const [known] = await sql<{ outdated: boolean }[]>`
      select exists (select 1 from patients.identity)
        and not exists (select 1 from patients.matching
          where finished_at is not null and version = ${MATCH_VERSION}) as outdated`;
    return known?.outdated === true;
  } finally {
    await sql.end();
  }
};

/** Whether a run that was broken off can go on: its pairs are there (a crash of the database empties them). */
const goesOn = async (sql: postgres.Sql): Promise<boolean> => {
  const [run] = await sql<{ on: boolean }[]>`
    select m.finished_at is null and m.candidates is not null and m.version = ${MATCH_VERSION}
      and (m.candidates = 0 or exists (select 1 from patients.match_candidate)) as on
    from patients.matching m where m.id = 1 and m.started_at is not null`;
  return run?.on === true;
};

/**
 * Matches the whole pool with itself: keys, pairs that share one, a model learnt without labels, every pair compared. In memory are a batch
 * and a sample at a time, whatever the size of the pool. Broken off, it goes on with the pair after the last one compared.
 * @param ownerUrl of the role that owns the tables: the work is of every institution
 */
export const matchPool = async (
  ownerUrl: string,
  identityKey: Uint8Array,
  options: MatchOptions,
): Promise<Matched> => {
  const cipher = identityCipher({ identityKey });
  const sql = open(ownerUrl);
  try {
    if (!(await goesOn(sql))) {
      await sql`insert into patients.matching as m (id, started_at, version) values (1, clock_timestamp(), ${MATCH_VERSION})
        on conflict (id) do update set started_at = excluded.started_at, version = excluded.version, finished_at = null,
          candidates = null, after_low = null, after_high = null`;
      await fillKeys(sql, cipher, options);
      const candidates = await makeCandidates(sql, options);
      await learn(sql, cipher, candidates, options);
      await sql`update patients.matching set candidates = ${candidates} where id = 1`;
    }
    await compareAll(sql, cipher, options);
    const [counted] = await sql<Matched[]>`
      select m.candidates,
        (select count(*) from patients.match_pair where state in ('LINKED', 'JOINED')) as joined,
        (select count(*) from patients.match_pair where state in ('REVIEW', 'PROPOSED')) as waiting
      from patients.matching m where m.id = 1`;
    if (counted === undefined) throw new Error('The run is not on record.');
    return { ...counted };
  } finally {
    await sql.end();
  }
};
