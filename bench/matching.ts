import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IdentityCipher, identityCipher, migrate, startEmbedded } from '@nodp/database';
import { chinesePersons, type SaidOf } from '@nodp/linkage/testing';
import postgres from 'postgres';
import { migrations } from '../apps/gateway/src/registry.ts';
import { matchPool } from '../subgraphs/patients/src/matching/run.ts';
import type { BenchRow } from './row.ts';
import { watchMemory } from './scale/memory.ts';

/** Records of the pool: the aim is 1,000,000 in ten minutes on two cores. */
const RECORDS = Number(process.env.NODP_BENCH_RECORDS ?? 100_000);
/** Persons made at a time, so that a million records are never in memory. */
const CHUNK = 20_000;
const HERE = '01900000-0000-7000-8000-000000000001';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const key = new Uint8Array(32).fill(1);

const uuidOf = (n: number): string => `01900000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;

/** What intake stores of who a person is, as far as matching reads it. */
const rowOf = (cipher: IdentityCipher, { said }: SaidOf, n: number) => ({
  id: uuidOf(n),
  sealed: Buffer.from(
    cipher.seal(
      JSON.stringify({
        name: said.name,
        medicalRecordNumbers: [],
        nationalId: said.nationalId,
        phone: said.phone,
        address: said.address,
      }),
    ),
  ).toString('base64'),
  sex: said.sex,
  born:
    said.born === null
      ? null
      : said.born.length === 10
        ? said.born
        : `${said.born.slice(0, 4)}-01-01`,
  precision: said.born === null ? null : said.born.length === 10 ? 'day' : 'year',
});

const fill = async (sql: postgres.Sql, cipher: IdentityCipher): Promise<number[]> => {
  // Of the patients' lists nothing is measured here.
  await sql`set session_replication_role = replica`;
  const persons: number[] = [];
  for (let seed = 1; persons.length < RECORDS; seed++) {
    const made = chinesePersons(Math.min(CHUNK, RECORDS), seed).slice(0, RECORDS - persons.length);
    const names = new Map<string, number>();
    const rows = made.map((record, i) => {
      const known = names.get(record.person) ?? names.size;
      names.set(record.person, known);
      return { ...rowOf(cipher, record, persons.length + i), person: seed * 1_000_000 + known };
    });
    persons.push(...rows.map(({ person }) => person));
    for (let at = 0; at < rows.length; at += 5000) {
      const json = JSON.stringify(rows.slice(at, at + 5000));
      await sql`insert into patients.patient (patient_id, institution_id, sex, vital_status, submission_id, content_hash)
        select r.id, ${HERE}::uuid, r.sex, 'UNKNOWN', ${NOBODY}::uuid, '' from jsonb_to_recordset(${json}::text::jsonb) as r(id uuid, sex text)`;
      await sql`insert into patients.demographics (patient_id, institution_id, sex, born_on, born_precision, content_hash, submission_id)
        select r.id, ${HERE}::uuid, r.sex, r.born, r.precision, '', ${NOBODY}::uuid
        from jsonb_to_recordset(${json}::text::jsonb) as r(id uuid, sex text, born date, precision text)`;
      await sql`insert into patients.identity (patient_id, institution_id, ciphertext, content_hash, submission_id, name_hashes, number_hashes)
        select r.id, ${HERE}::uuid, decode(r.sealed, 'base64'), '', ${NOBODY}::uuid, '{}', '{}'
        from jsonb_to_recordset(${json}::text::jsonb) as r(id uuid, sealed text)`;
    }
  }
  await sql`analyze`;
  return persons;
};

const qualityOf = async (sql: postgres.Sql, persons: readonly number[]) => {
  const pairs = await sql<{ low: string; high: string; state: string }[]>`
    select low_id as low, high_id as high, state from patients.match_pair`;
  const personOf = (id: string): number | undefined => persons[Number.parseInt(id.slice(24), 16)];
  const right = (of: string) =>
    pairs.filter(({ low, high, state }) => state === of && personOf(low) === personOf(high)).length;
  const all = (of: string) => pairs.filter(({ state }) => state === of).length;
  const sizes = new Map<number, number>();
  for (const person of persons) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const truth = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return {
    joined: all('LINKED'),
    right: right('LINKED'),
    shown: all('REVIEW'),
    shownRight: right('REVIEW'),
    truth,
  };
};

/** A pool of generated persons matched with itself, against the truth that the generator knows. */
export default async function matching(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await migrate(server.ownerUrl, migrations);
    const persons = await fill(sql, identityCipher({ identityKey: key }));
    const memory = watchMemory();
    const steps = new Map<string, number>();
    let [step, begun] = ['KEYS', performance.now()];
    const start = begun;
    const done = await matchPool(server.ownerUrl, key, {
      signal: new AbortController().signal,
      onProgress: (next) => {
        if (next === step) return;
        steps.set(step, (performance.now() - begun) / 1000);
        [step, begun] = [next, performance.now()];
      },
    });
    const seconds = (performance.now() - start) / 1000;
    steps.set(step, (performance.now() - begun) / 1000);
    const peak = memory.peak();
    const { joined, right, shown, shownRight, truth } = await qualityOf(sql, persons);
    const parts = [...steps]
      .map(([name, took]) => `${name.toLowerCase()} ${took.toFixed(0)} s`)
      .join(', ');
    return [
      {
        name: `${RECORDS.toLocaleString('en')} records matched with themselves`,
        value: seconds,
        unit: 's',
        note: `${done.candidates.toLocaleString('en')} pairs compared; ${parts}`,
      },
      { name: 'matching, memory of the process at most', value: peak, unit: 'MiB' },
      {
        name: 'joined unseen, precision',
        value: joined === 0 ? 1 : right / joined,
        unit: '',
        note: `${(joined - right).toLocaleString('en')} wrong of ${joined.toLocaleString('en')}; ${((100 * right) / truth).toFixed(1)} % of ${truth.toLocaleString('en')} true pairs`,
      },
      {
        name: 'pairs for review, of 1,000 records',
        value: (1000 * shown) / RECORDS,
        unit: '',
        note: `${((100 * shownRight) / Math.max(1, shown)).toFixed(0)} % of them one person`,
      },
    ];
  } finally {
    await sql.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}
