/**
 * The platform's own database ends while hospitals send: backends are terminated, one is killed (PostgreSQL then ends
 * all of them), and the server itself is killed. Requests under way are answered, with what was done or with 503; the
 * platform reconnects by itself; what was acknowledged is there, once.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withToken } from '../client.ts';
import { patientBundle } from '../patient-bundle.ts';
import { type RunningPlatform, startPlatform } from '../platform.ts';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await startPlatform({ patients: 5 });
}, 120_000);
afterAll(() => platform?.stop());

const postmaster = async (): Promise<{ pid: number; port: string }> => {
  const lines = (await readFile(join(platform.home, 'postgres/postmaster.pid'), 'utf8')).split(
    '\n',
  );
  return { pid: Number(lines[0]), port: lines[3] ?? '' };
};

const asOwner = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const secrets = await readFile(join(platform.home, 'database-secrets.json'), 'utf8');
  const { owner } = JSON.parse(secrets) as { owner: string };
  const { port } = await postmaster();
  const sql = postgres(`postgres://postgres:${owner}@127.0.0.1:${port}/nodp`, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const backends = (sql: postgres.Sql) =>
  sql<{ pid: number }[]>`select pid from pg_stat_activity where usename = 'nodp_app'`;

const attacks: Readonly<Record<string, () => Promise<void>>> = {
  'every backend terminated': () =>
    asOwner(async (sql) => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'nodp_app'`;
    }),
  'a backend killed': async () => {
    const [first] = await asOwner(backends);
    if (first !== undefined) process.kill(first.pid, 'SIGKILL');
  },
  'the server killed': async () => {
    process.kill((await postmaster()).pid, 'SIGKILL');
  },
};

const ready = async (): Promise<void> => {
  while (!(await fetch(`${platform.url}/health/ready`)).ok) await setTimeout(100);
};

test.each(Object.entries(attacks))('%s', async (name, attack) => {
  const hospital = await withToken(platform.url, 'hospital-system');
  const clinician = await withToken(platform.url, 'clinician');
  const family = `Lost${Object.keys(attacks).indexOf(name)}`;
  const answers: number[] = [];
  const send = async (n: number): Promise<void> => {
    const sent = patientBundle({ family: `${family}x${n}` });
    // As a hospital's system does: the same again until it is acknowledged.
    for (;;) {
      const { status } = await hospital.fhir('', sent);
      answers.push(status);
      if (status === 200) return;
      await setTimeout(200);
    }
  };
  const load = Promise.all(Array.from({ length: 8 }, (_, n) => send(n)));
  await attack();
  await load;
  await ready();
  // Nothing but acknowledgements and “try again” was ever answered.
  expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  for (let n = 0; n < 8; n++) {
    const { data } = await clinician.graph<{ patients: { totalCount: number } }>(
      'query ($search: String) { patients(search: $search) { totalCount } }',
      { search: `${family}x${n}` },
    );
    expect([n, data?.patients.totalCount]).toEqual([n, 1]);
  }
});
