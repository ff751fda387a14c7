import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as dialSecurely } from 'node:tls';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { framed } from '@nodp/intake';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createHl7v2Endpoint } from './endpoint.ts';
import { type MllpSettings, startMllp } from './server.ts';
import { header, laboratory, message, pid } from './testing.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createHl7v2Endpoint>;
const running: { stop(): Promise<void> }[] = [];
const services = () => ({ database: db.database, intake: clinicalIntake(identityKey) });
const listen = async (tls: MllpSettings['tls'] = null) => {
  const sender = { port: null, application: '*', facility: '*', account: 'lis', charset: null };
  const server = await startMllp(
    { ...services(), account: async () => everyone.SYSTEM, onRefused: () => {} },
    { host: '127.0.0.1', ports: [0], senders: [sender], tls },
  );
  running.push(server);
  return server.ports[0] ?? 0;
};
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  endpoint = createHl7v2Endpoint(services());
});
afterAll(async () => {
  for (const server of running) await server.stop();
  await sql.end();
  await db.end();
});

const send = async (body: string | Uint8Array<ArrayBuffer>) => {
  const request = new Request('https://nodp.example/hl7v2', {
    method: 'POST',
    headers: { 'content-type': 'x-application/hl7-v2+er7' },
    body,
  });
  const response = await endpoint(request, { principal: everyone.SYSTEM, requestId: 'r' });
  const lines = (await response.text()).split('\r').filter(Boolean);
  return { status: response.status, lines, msa: lines.find((line) => line.startsWith('MSA')) };
};
const haemoglobin = (value: string) =>
  `OBX|1|NM|718-7^血红蛋白^LN||${value}|g/L|130-175|L|||F|||20260801`;

test('a message of a type that nobody modelled is kept whole, accepted, and its sender told so', async () => {
  const body = message(header('DFT^P03', 'N1'), pid('1'), 'FT1|1|||20260801||CG|71045^胸片');
  const { status, msa, lines } = await send(body);
  expect([status, msa]).toEqual([200, 'MSA|AA|N1|1 retained']);
  expect(lines.at(-1)).toMatch(
    /^ERR\|\|MSH\^1\^9\|0\^Message accepted\^HL70357\|I\|.*Retained as sent: messages DFT\\S\\P03 are not modelled yet\.$/,
  );
  const retained = () =>
    sql`select resource_type as type, source_id as id from basic.retained_resource where resource_type = 'DFT'`;
  expect(await retained()).toEqual([{ type: 'DFT', id: 'N1' }]);
  await send(body);
  expect((await retained()).length).toBe(1);
  // Of a person it says nothing that is modelled, so that none is registered.
  expect(await sql`select 1 from patients.patient`).toEqual([]);
});

const appointment = (event: string, at: string, start: string) =>
  message(
    header(`SIU^${event}`, `S-${event}`, at),
    `SCH|P1^HIS|F1^SCH|||||R^复诊^L|FOLLOWUP^术后随访^L|||||||||||||||||${event === 'S15' ? 'Cancelled' : 'Booked'}`,
    `TQ1|1||||||${start}`,
    'NTE|1||请空腹',
    pid('2'),
    'RGS|1',
    'AIS|1|A|ECHO^超声^L',
    'NTE|1||for the room',
  );

test('an appointment is a contact to come; moved it is the same one, and cancelled it stands so', async () => {
  const told = () =>
    sql`select display, status, note, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at from followup.contact`;
  expect((await send(appointment('S12', '20260801120000', '20260901093000'))).msa).toBe(
    'MSA|AA|S-S12|2 created',
  );
  const booked = { display: '术后随访', status: 'booked', note: '请空腹', at: '2026-09-01 09:30' };
  expect(await told()).toEqual([booked]);
  await send(appointment('S13', '20260802120000', '20260903093000'));
  expect(await told()).toEqual([{ ...booked, at: '2026-09-03 09:30' }]);
  await send(appointment('S15', '20260803120000', '20260903093000'));
  expect(await told()).toEqual([{ ...booked, at: '2026-09-03 09:30', status: 'cancelled' }]);
  // An older message that comes late books nothing again.
  await send(appointment('S14', '20260802130000', '20260904093000'));
  expect((await told())[0]?.status).toBe('cancelled');
});

const document = (event: string, id: string, words: string, parent = '') =>
  message(
    header(`MDM^${event}`, `${event}-${id}`, `2026080${id}120000`),
    pid('3'),
    `TXA|1|SP|TX|20260730||||||||${id}^PATH|${parent}||||AU`,
    `OBX|1|FT|22637-3^最终诊断^LN||${words}||||||F`,
  );

test('a document that came without an order is a report; one that replaces it takes its place', async () => {
  const reports = () => sql`select conclusion, status from specimens.pathology_report`;
  await send(document('T02', '1', '右肺腺癌'));
  expect(await reports()).toEqual([{ conclusion: '右肺腺癌', status: 'final' }]);
  await send(document('T10', '2', '右肺鳞癌', '1^PATH'));
  expect(await reports()).toEqual([{ conclusion: '右肺鳞癌', status: 'final' }]);
  await send(document('T11', '2', '右肺鳞癌'));
  expect(await reports()).toEqual([]);
});

test('separators of a sender’s own, and escapes within escapes, are read as they were meant', async () => {
  const own = [
    'MSH$#*\\@$LIS$H1$$$20260801120000$$ORU#R01$Q1$P$2.5.1$$$$$$UNICODE UTF-8',
    'PID$1$$4###H1#MR$$李#四$$19500203$F',
    'OBR$1$$F-4$CBC#血常规#L$$$20260801',
    'OBX$1$ST$5778-6#颜色#LN$$a\\F\\b\\E\\F\\E\\c\\T\\d^e|f$$$$$$F',
  ].join('\r');
  expect((await send(own)).msa).toBe('MSA|AA|Q1|2 created');
  const [row] =
    await sql`select value_text as text from patients.observation where code = '5778-6'`;
  expect(row?.text).toBe('a$b\\F\\c@d^e|f');
});

test('a result that a message repeats under one test and order is kept each time, and again makes none', async () => {
  const body = laboratory('R1', '5', haemoglobin('91'), haemoglobin('92'), haemoglobin('92'));
  expect((await send(body)).msa).toBe('MSA|AA|R1|4 created');
  expect((await send(body)).msa).toBe('MSA|AA|R1|4 unchanged');
});

test.each([
  ['a character set that nobody knows', 'KLINGON', 'KLINGON'],
  ['bytes that are not in the character set they name', 'UNICODE UTF-8', 'UNICODE UTF-8'],
])('%s is rejected, by number and place', async (_, charset, told) => {
  const bytes = Buffer.concat([
    Buffer.from(`${header('ORU^R01', 'C1').replace('UNICODE UTF-8', charset)}\rPID|1||7||`),
    Buffer.from([0xd5, 0x5c, 0xff]),
  ]);
  const { msa, lines } = await send(new Uint8Array(bytes));
  expect(msa).toMatch(/^MSA\|AR\|C1\|/);
  expect(lines.at(-1)).toMatch(/^ERR\|\|MSH\^1\|/);
  expect(lines.at(-1)).toContain(told);
});

test('Latin-1 and GB 18030 in one file are each read by the header they came under', async () => {
  const oru = (id: string, charset: string) =>
    laboratory(id, `6${id}`, 'OBX|1|ST|5778-6^x^LN||').replace('UNICODE UTF-8', charset);
  const bytes = Buffer.concat([
    Buffer.from(oru('L1', '8859/1').replace(/\r$/, '')),
    Buffer.from([0xe9]),
    Buffer.from('||||||F\r'),
    Buffer.from(
      oru('G1', 'GB 18030-2000')
        .replace(/[^\x20-\x7E\r]/g, '')
        .replace(/\r$/, ''),
    ),
    // 誠, whose second byte is a backslash.
    Buffer.from([0xd5, 0x5c]),
    Buffer.from('||||||F\r'),
  ]);
  await send(new Uint8Array(bytes));
  const rows =
    await sql`select value_text as text from patients.observation where value_text in ('é', '誠')`;
  expect(rows.map(({ text }) => text).sort()).toEqual(['é', '誠']);
});

const answersOf = (socket: Socket) => {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  const codes = () =>
    [...text.matchAll(/MSA\|(\w\w)\|([^|\r]*)/g)].map(([, code, id]) => `${code} ${id}`);
  return async (many: number) => {
    for (let i = 0; i < 600 && codes().length < many; i++)
      await new Promise((n) => setTimeout(n, 10));
    return codes();
  };
};
const open = (port: number) =>
  new Promise<Socket>((done) => {
    const socket = dial({ port, host: '127.0.0.1' }, () => done(socket));
  });

test('a frame that is cut off leaves nothing, and the next connection is served', async () => {
  const port = await listen();
  const wire = Buffer.from(framed(Buffer.from(laboratory('T1', '8', haemoglobin('77')))));
  const first = await open(port);
  first.write(wire.subarray(0, wire.length - 20));
  await new Promise<void>((done) => first.end(() => done()));
  const second = await open(port);
  const told = answersOf(second);
  second.write(framed(Buffer.from(laboratory('T2', '8', haemoglobin('78')))));
  expect(await told(1)).toEqual(['AA T2']);
  second.destroy();
  expect(await sql`select value::int from patients.observation where value in (77, 78)`).toEqual([
    { value: 78 },
  ]);
});

test('one address that opens any number of connections has fifty, and leaves the others room', async () => {
  const port = await listen();
  const open: Socket[] = [];
  const ended: Socket[] = [];
  for (let i = 0; i < 60; i++) {
    const socket = dial(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.once('close', () => ended.push(socket));
    await new Promise((done) => socket.once('connect', done).once('close', done));
    open.push(socket);
  }
  await expect.poll(() => ended.length).toBe(10);
  expect(open.filter(({ destroyed }) => !destroyed)).toHaveLength(50);
  for (const socket of open) socket.destroy();
});

test('a sender that does not wait for answers gets each, in order; no more is read of it than is being taken', async () => {
  const port = await listen();
  const socket = await open(port);
  const told = answersOf(socket);
  const many = 40;
  for (let i = 0; i < many; i++)
    socket.write(
      framed(Buffer.from(laboratory(`W${i}`, `9${i % 4}`, haemoglobin(String(100 + i))))),
    );
  expect(await told(many)).toEqual(Array.from({ length: many }, (_, i) => `AA W${i}`));
  socket.destroy();
});

test('who sends a hundred frames that are nobody’s is answered so often, and hung up on', async () => {
  const socket = dial(await listen(), '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  const closed = new Promise((done) => socket.once('close', done));
  socket.on('error', () => socket.destroy());
  // Without a header it is nobody's, though the port takes every sender.
  socket.write(Buffer.from('between\u000b\u001c\r'.repeat(5_000)));
  await closed;
  const answers = Buffer.concat(parts).toString('latin1').split('\u000b').length - 1;
  // What was being written as it was hung up on may not have come.
  expect(answers).toBeLessThanOrEqual(200);
});

test('of an enhanced acknowledgement only what the sender waits for is sent', async () => {
  const port = await listen();
  const socket = await open(port);
  const told = answersOf(socket);
  const wanting = (id: string, receipt: string, application: string) =>
    laboratory(id, '8', haemoglobin('78')).replace(
      '|P|2.5.1||||||',
      `|P|2.5.1|||${receipt}|${application}||`,
    );
  for (const [id, receipt, application] of [
    ['E1', 'AL', 'NE'],
    ['E2', 'NE', 'NE'],
    ['E3', 'NE', 'ER'],
    ['E4', 'NE', 'AL'],
  ] as const)
    socket.write(framed(Buffer.from(wanting(id, receipt, application))));
  expect(await told(2)).toEqual(['CA E1', 'AA E4']);
  socket.destroy();
});

const openssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!openssl)(
  'MLLP over TLS takes whom the certificates allow, and nobody else',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nodp-mllp-'));
    const file = (name: string) => join(folder, name);
    for (const name of ['server', 'sender', 'stranger'])
      spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-days', '2', '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'],
        ...['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)],
      ]);
    const pem = (name: string) => readFileSync(file(name), 'utf8');
    const port = await listen({
      certificate: pem('server.pem'),
      key: pem('server.key'),
      clients: pem('sender.pem'),
    });
    const said = (name: string | null) =>
      new Promise<string>((done) => {
        const socket = dialSecurely({
          ...{ host: '127.0.0.1', port, ca: pem('server.pem') },
          ...(name === null ? {} : { cert: pem(`${name}.pem`), key: pem(`${name}.key`) }),
        });
        socket.on('data', (chunk) => {
          done(/MSA\|(\w\w)/.exec(chunk.toString())?.[1] ?? '');
          socket.destroy();
        });
        socket.on('error', () => done('refused'));
        socket.on('close', () => done('closed'));
        socket.write(framed(Buffer.from(laboratory('TLS', '8', haemoglobin('78')))));
      });
    expect(await said('sender')).toBe('AA');
    for (const name of ['stranger', null]) expect(await said(name)).toMatch(/refused|closed/);
    const clear = await open(port);
    const told = answersOf(clear);
    clear.write(framed(Buffer.from(laboratory('CLEAR', '8', haemoglobin('78')))));
    expect(await Promise.race([told(1), new Promise((n) => setTimeout(() => n([]), 500))])).toEqual(
      [],
    );
    clear.destroy();
    rmSync(folder, { recursive: true });
  },
);
