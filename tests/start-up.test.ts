import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withToken } from './client.ts';
import { patientBundle } from './patient-bundle.ts';

const main = join(import.meta.dirname, '../apps/gateway/src/main.ts');

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nodp-start-'));
  await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true, force: true }));

interface Started {
  readonly child: ReturnType<typeof spawn>;
  readonly output: () => string;
  /** The address, once it serves; null where it ended first. */
  readonly url: Promise<string | null>;
  readonly ended: Promise<number | null>;
}

const start = (args: string[] = [], env: Record<string, string> = {}): Started => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, PORT: '0', NODP_HOME: home, NODP_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  child.stdout?.on('data', (part) => (text += part));
  child.stderr?.on('data', (part) => (text += part));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const url = new Promise<string | null>((done) => {
    child.on('message', (message: { url?: string }) => message.url && done(message.url));
    void ended.then(() => done(null));
  });
  return { child, output: () => text, url, ended };
};

test('--help says what can be set', async () => {
  const { ended, output } = start(['--help']);
  expect(await ended).toBe(0);
  for (const word of ['PORT', 'NODP_HOME', 'DATABASE_URL', '--empty', '--distributed']) {
    expect(output()).toContain(word);
  }
});

test('killed at once, it starts again with nothing committed lost', async () => {
  const first = start(['--patients', '5']);
  const url = await first.url;
  expect(url, first.output()).not.toBeNull();
  const hospital = await withToken(url as string, 'hospital-system');
  expect((await hospital.fhir('', patientBundle({ family: 'Zhuge' }))).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = start(['--patients', '5']);
  const again = await second.url;
  expect(again, second.output()).not.toBeNull();
  const clinician = await withToken(again as string, 'clinician');
  const { data } = await clinician.graph<{ patients: { totalCount: number } }>(
    '{ patients(search: "zhuge") { totalCount } }',
  );
  expect(data?.patients.totalCount).toBe(1);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
}, 120_000);

test('a second platform on the same data is refused, and so is a busy port', async () => {
  const first = start(['--empty']);
  expect(await first.url, first.output()).not.toBeNull();
  const second = start(['--empty']);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('already uses');
  first.child.kill('SIGINT');
  await first.ended;

  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  const third = start(['--empty'], { PORT: String(port) });
  expect(await third.ended).toBe(1);
  expect(third.output()).toContain(`Port ${port} is taken`);
  server.close();
}, 120_000);

test('a setting that is wrong is told, with exit code 1', async () => {
  const cases: [string[], Record<string, string>, string][] = [
    [[], { PORT: 'http' }, 'PORT must be a whole number'],
    [['--patient', '5'], {}, 'See npm start -- --help'],
    [
      ['--empty'],
      { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' },
      'nothing answers at that address',
    ],
    [['--empty'], { NODP_IDENTITY_KEY: 'short' }, '32 bytes'],
  ];
  for (const [args, env, message] of cases) {
    const { ended, output } = start(args, env);
    expect(await ended, message).toBe(1);
    expect(output()).toContain(message);
    expect(output()).not.toContain('    at ');
  }
}, 60_000);

test('data written by a newer version are left alone', async () => {
  const first = start(['--empty']);
  expect(await first.url, first.output()).not.toBeNull();
  const { owner } = JSON.parse(await readFile(join(home, 'database-secrets.json'), 'utf8'));
  const port = (await readFile(join(home, 'postgres/postmaster.pid'), 'utf8')).split('\n')[3];
  const sql = postgres(`postgres://postgres:${owner}@127.0.0.1:${port}/nodp`, { max: 1 });
  await sql`insert into migrations.patients (hash, created_at) values ('later', 99999999999999)`;
  await sql.end();
  first.child.kill('SIGINT');
  await first.ended;
  const second = start(['--empty']);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('newer version');

  await writeFile(join(home, 'postgres/PG_VERSION'), '19\n');
  const third = start(['--empty']);
  expect(await third.ended).toBe(1);
  expect(third.output()).toContain('PostgreSQL 19');
}, 120_000);

test('the port is handed over without a gap, and tells how far the start is until all is ready', async () => {
  const set = createHttpServer((_, response) => response.end('the set-up')).listen(0, '127.0.0.1');
  await new Promise((done) => set.once('listening', done));
  const url = `http://127.0.0.1:${(set.address() as { port: number }).port}`;
  const platform = start(['--empty'], { NODP_HANDED_OVER: '1' });
  const taken = new Promise((done) =>
    platform.child.on('message', (message: { taken?: true }) => message.taken && done(true)),
  );
  const steps = [{ id: 'web', state: 'now', share: null }];
  platform.child.send({ starting: { steps } }, set);
  await taken;
  set.close();
  set.closeAllConnections();

  const told = async () =>
    (
      (await (await fetch(`${url}/starting.json`)).json()) as {
        steps: { id: string; state: string }[];
      }
    ).steps;
  await expect
    .poll(async () => (await told()).find(({ id }) => id === 'database')?.state, {
      timeout: 60_000,
    })
    .toBe('done');
  // Everything is done but the web app, of which no word has come: it is not ready, and says so.
  expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const page = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('The platform is starting');

  platform.child.send({ webBuilt: true });
  expect(await platform.url, platform.output()).not.toBeNull();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  platform.child.kill('SIGINT');
  expect(await platform.ended).toBe(0);
}, 120_000);
