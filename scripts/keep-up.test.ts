import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodp-keep-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A set-up whose platform is the text of a program; each run of it is noted by a dot. */
const setUp = (platform: string): string => `
  import { spawn } from 'node:child_process';
  import { keepUp } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'keep-up.js')).href)};
  const program = ${JSON.stringify(`
    const { appendFileSync, readFileSync } = require('node:fs');
    appendFileSync(process.env.RUNS, '.');
    const run = readFileSync(process.env.RUNS, 'utf8').length;
    ${platform}`)};
  const begin = () => spawn(process.execPath, ['-e', program], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  keepUp(begin(), begin);`;

const runs = () => readFileSync(join(folder, 'runs'), 'utf8').length;
const begun = (platform: string) => ({
  args: ['--input-type=module', '-e', setUp(platform)],
  env: { ...process.env, RUNS: join(folder, 'runs') },
});

const end = (platform: string) => {
  const { args, env } = begun(platform);
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { status, stderr, runs: runs() };
};

test('a platform that was ready and ends by a fault is started again, and the reason is said', () => {
  const ended = end(`process.send({ url: 'http://here' }, () => process.exit(run < 2 ? 7 : 0));`);
  expect(ended).toMatchObject({ status: 0, runs: 2 });
  expect(ended.stderr).toContain('The platform ended (code 7); it is started again in 1 s.');
});

test('one that is killed is started again', () => {
  const ended = end(
    `process.send({ url: 'http://here' }, () => run < 2 ? process.kill(process.pid, 'SIGKILL') : process.exit(0));`,
  );
  expect(ended).toMatchObject({ status: 0, runs: 2 });
  expect(ended.stderr).toContain('SIGKILL');
});

test('a start after that which fails is tried once more: the database may not be recovered yet', () => {
  const ended = end(
    `if (run === 2) process.exit(1); process.send({ url: 'http://here' }, () => process.exit(run < 2 ? 7 : 0));`,
  );
  expect(ended).toMatchObject({ status: 0, runs: 3 });
  expect(ended.stderr).toContain('it is started again in 2 s.');
});

test('one that never was ready is not: it would fail again', () => {
  expect(end('process.exit(1);')).toMatchObject({ status: 1, runs: 1 });
});

test('one that is told to stop ends', async () => {
  const { args, env } = begun(
    `process.on('SIGTERM', () => process.exit(3)); process.send({ url: 'http://here' }, () => console.log('ready')); setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const status = new Promise((done) => child.once('exit', done));
  await new Promise((done) => child.stdout.once('data', done));
  child.kill('SIGTERM');
  expect(await status).toBe(3);
  expect(runs()).toBe(1);
});
