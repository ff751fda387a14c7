import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone } from '../../../../tests/fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../../../tests/intake/examples.ts';
import { intake, type Setting, setUp } from '../../../../tests/intake/setting.ts';
import { createCsvEndpoint } from '../csv/endpoint.ts';
import { workbook } from '../csv/testing/workbook.ts';
import { createHl7v2Endpoint } from '../hl7v2/endpoint.ts';
import { createFhirEndpoint } from './endpoint.ts';

let db: Setting;
let server: Server;
let folder: string;
let url: string;
beforeAll(async () => {
  db = await setUp();
  folder = await mkdtemp(join(tmpdir(), 'nodp-load-'));
  const endpoint = createFhirEndpoint({
    database: db.database,
    intake,
    url: '',
    version: '1',
    exports: '',
  });
  const rows = createCsvEndpoint({ database: db.database, intake });
  const messages = createHl7v2Endpoint({ database: db.database, intake });
  const answer = (request: Request) => {
    const known = request.headers.get('authorization') === 'Bearer good';
    const caller = { principal: known ? everyone.SYSTEM : null, requestId: 'r' };
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/csv')) return rows(request, caller);
    return pathname === '/hl7v2' ? messages(request, caller) : endpoint(request, caller);
  };
  server = createServer(getRequestListener(answer));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
  await db.end();
});

const nodp = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const main = resolve(import.meta.dirname, '../../../cli/src/main.ts');
    execFile(process.execPath, [main, ...args], (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await mkdir(resolve(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
};
const table = (out: string) =>
  Object.fromEntries(
    out
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/))
      .map(([type, ...numbers]) => [type, numbers.join(' ')]),
  );

test('files and folders in every form, patients first, and a summary', async () => {
  const lines = (all: readonly object[]) => all.map((r) => JSON.stringify(r)).join('\n');
  // Named so that what refers to a patient comes before the patient.
  await write(
    'all/a-observations.ndjson',
    lines(
      Array.from({ length: 250 }, (_, i) => haemoglobin(`o${i}`, 'Patient/n1', 12, '2020-01-01')),
    ),
  );
  await write('all/b/condition.json', JSON.stringify(cancer('c1', 'Patient/n1')));
  await write(
    'all/bundle.json.gz',
    gzipSync(JSON.stringify(bundle('transaction', patient('n2'), cancer('c2', 'urn:uuid:n2')))),
  );
  await write('all/z-patients.ndjson.gz', gzipSync(lines([patient('n1'), patient('n3')])));
  await write('all/notes.txt', 'not FHIR');
  const first = await nodp('load', join(folder, 'all'), '--url', url, '--token', 'good');
  expect(first.err).toBe('');
  expect(first.code).toBe(0);
  expect(table(first.out)).toEqual({
    'resource type': 'created updated unchanged retained held refused',
    Condition: '2 0 0 0 0 0',
    Observation: '250 0 0 0 0 0',
    Patient: '3 0 0 0 0 0',
    total: '255 0 0 0 0 0',
  });
  expect(await db.count('patients.observation')).toBe(250);
  const second = await nodp('load', join(folder, 'all'), '--url', url, '--token', 'good');
  expect(table(second.out).total).toBe('0 0 255 0 0 0');
});

test('files in GB 18030 are decoded, and what is text in no charset is not sent', async () => {
  // 王 is CD F5 in GB 18030; FF is part of no sign.
  const line = (id: string, name: readonly number[]) => {
    const [before = '', after = ''] = JSON.stringify(patient(id, { name: [{ text: '@@' }] })).split(
      '@@',
    );
    return Buffer.concat([Buffer.from(before), Buffer.from(name), Buffer.from(`${after}\n`)]);
  };
  const path = await write(
    'gb.ndjson',
    Buffer.concat([
      line('gb1', [0xcd, 0xf5]),
      line('gb2', [0xff]),
      line('gb3', [...Buffer.from('李')]),
    ]),
  );
  const { code, out, err } = await nodp('load', path, '--url', url, '--token', 'good');
  expect(code).toBe(1);
  expect(table(out)).toMatchObject({ Patient: '2 0 0 0 0 0', unreadable: '0 0 0 0 0 1' });
  expect(err).toContain('gb.ndjson:2');
  const rows = await db.owner`
    select i.ciphertext from patients.identity i join patients.patient_source s using (patient_id)
    where s.source_id in ('gb1', 'gb3') order by s.source_id`;
  const names = rows.map((r) => JSON.parse(intake.cipher.open(r.ciphertext).toString()).name);
  expect(names).toEqual(['王', '李']);
});

test('what was refused is said with its file, and the exit code is 1', async () => {
  const path = await write(
    'bad.ndjson',
    `${JSON.stringify(cancer('c9', 'Patient/nobody'))}\n{"resourceType":\n${JSON.stringify(patient('n4'))}`,
  );
  const { code, out, err } = await nodp('load', path, '--url', url, '--token', 'good');
  expect(code).toBe(1);
  expect(table(out)).toMatchObject({
    Condition: '0 0 0 0 0 1',
    Patient: '1 0 0 0 0 0',
    unreadable: '0 0 0 0 0 1',
  });
  expect(err).toContain('bad.ndjson:2');
  expect(err).toContain('Send the Patient first');
});

test.each([
  ['an unknown command', ['lode'], 'There is no command lode'],
  ['no path', ['load'], 'nodp load PATH'],
  ['a path that is not there', ['load', '/nowhere/at/all', '--token', 'good'], 'no such file'],
  [
    'a folder without records',
    ['load', join(import.meta.dirname, '../../../../tests/intake')],
    'There is no .json',
  ],
])('%s: a clear message and exit code 2', async (_, args, message) => {
  const { code, err } = await nodp(...args);
  expect([code, err.includes(message)]).toEqual([2, true]);
});

test('no account: a clear message and exit code 2', async () => {
  const { code, err } = await nodp('load', await write('two.json', JSON.stringify(patient('n6'))));
  expect([code, err.includes('Say who sends')]).toEqual([2, true]);
});

test('no platform, or an account it does not know: a clear message and exit code 2', async () => {
  const path = await write('one.json', JSON.stringify(patient('n5')));
  const silent = await nodp('load', path, '--url', 'http://127.0.0.1:1', '--token', 'good');
  expect([silent.code, silent.err.includes('does not answer')]).toEqual([2, true]);
  const stranger = await nodp('load', path, '--url', url, '--token', 'bad');
  expect([stranger.code, stranger.err.includes('refused the account')]).toEqual([2, true]);
});

test('rows and messages go as they are, patients first, and what is refused is told by line and column', async () => {
  await write(
    'rows/a.csv',
    'patient_id,date,scale,score\nr1,2026-01-02,ECOG,1\nr1,2026-01-03,ECOG,9\n',
  );
  await write('rows/b.csv.gz', gzipSync('patient_id,name,sex\nr1,王小明,男\n'));
  await write(
    'rows/c.hl7',
    'MSH|^~\\&|LIS|H|||20260801||ORU^R01|1|P|2.5.1\rPID|1||r9^^^H^MR||王\r'.replace('王', 'Wang'),
  );
  const { code, out, err } = await nodp(
    'load',
    join(folder, 'rows'),
    '--url',
    url,
    '--token',
    'good',
  );
  expect([code, table(out)]).toMatchObject([
    1,
    { patient: '1 0 0 0 0 0', performance: '1 0 0 0 0 1', message: '1 0 0 0 0 0' },
  ]);
  expect(err).toContain('a.csv:3 score: ECOG has no score 9. Send one of 0 to 5.');
});

test('a file with a header of its own goes by its mapping, patients first; a workbook goes as it is', async () => {
  const headers = { authorization: 'Bearer good', 'content-type': 'application/json' };
  const patients = {
    name: 'ward patients',
    header: ['No', 'Who', 'Gender'],
    kinds: [
      {
        kind: 'patient',
        columns: {
          patient_id: { from: ['No'] },
          name: { from: ['Who'] },
          sex: { from: ['Gender'], values: { W: 'female' } },
        },
      },
    ],
  };
  const saved = await fetch(`${url}/csv/mappings`, {
    method: 'POST',
    headers,
    body: JSON.stringify(patients),
  });
  expect(saved.status).toBe(200);
  const rows = [
    ['patient_id', 'date', 'scale', 'score'],
    ['W7', 43_864, 'ECOG', 1],
  ];
  const first = await write('mapped/a-performance.xlsx', workbook(rows));
  const second = await write('mapped/b-patients.csv', 'No,Who,Gender\nW7,王五,W\n');
  const loaded = await nodp('load', '--url', url, '--token', 'good', first, second);
  expect(loaded.err).not.toContain('Refused');
  expect([loaded.code, table(loaded.out)]).toMatchObject([
    0,
    { 'ward patients': '1 0 0 0 0 0', performance: '1 0 0 0 0 0' },
  ]);
  const none = await nodp('load', '--url', url, '--token', 'good', '--profile', 'none', second);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('no mapping “none”')]);
});
