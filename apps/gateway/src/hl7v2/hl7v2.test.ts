import { existsSync, readFileSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { framed } from '@nodp/intake';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createHl7v2Endpoint } from './endpoint.ts';
import { senderOf } from './senders.ts';
import { type MllpSettings, startMllp } from './server.ts';
import { header, laboratory, message, pid } from './testing.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createHl7v2Endpoint>;
let mllp: Awaited<ReturnType<typeof startMllp>>;
const sender = { port: null, application: 'LIS', facility: '*', account: 'lis', charset: null };
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  const services = { database: db.database, intake: clinicalIntake(identityKey) };
  endpoint = createHl7v2Endpoint({ ...services, maxBytes: 100_000 });
  const settings: MllpSettings = { host: '127.0.0.1', ports: [0], senders: [sender], tls: null };
  const account = async (id: string) => (id === 'lis' ? everyone.SYSTEM : undefined);
  mllp = await startMllp({ ...services, account, onRefused: () => {} }, settings);
});
afterAll(async () => {
  await mllp.stop();
  await sql.end();
  await db.end();
});

const haemoglobin = (value: string, status = 'F') =>
  `OBX|1|NM|718-7^血红蛋白^LN||${value}|g/L|130-175|L|||${status}|||20260801`;
const send = async (body: string | Uint8Array<ArrayBuffer>, headers = {}) => {
  const request = new Request('https://nodp.example/hl7v2', {
    method: 'POST',
    headers: { 'content-type': 'x-application/hl7-v2+er7', ...headers },
    body,
  });
  const response = await endpoint(request, { principal: everyone.SYSTEM, requestId: 'r' });
  const lines = (await response.text()).split('\r').filter(Boolean);
  return { status: response.status, lines, msa: lines.find((line) => line.startsWith('MSA')) };
};
const results = () =>
  sql`select code, value::float, not_final from patients.observation order by code, value`;

test('a laboratory’s message is taken, and the same bytes again make no second record', async () => {
  const body = laboratory('M1', '1', haemoglobin('98'));
  expect(await send(body)).toMatchObject({ status: 200, msa: 'MSA|AA|M1|2 created' });
  expect(await send(body)).toMatchObject({ status: 200, msa: 'MSA|AA|M1|2 unchanged' });
  expect(await results()).toEqual([{ code: '718-7', value: 98, not_final: null }]);
});

test('a corrected result takes the place of the first, and one in error is withdrawn', async () => {
  await send(laboratory('M2', '1', haemoglobin('101', 'C')));
  expect(await results()).toMatchObject([{ value: 101 }]);
  await send(laboratory('M3', '1', haemoglobin('101', 'D')));
  expect(await results()).toEqual([]);
});

test('what is wrong is answered by its place, its condition and how it is corrected; the rest is taken', async () => {
  const { status, msa, lines } = await send(
    laboratory(
      'M4',
      '1',
      haemoglobin('99'),
      'OBX|2|NM|||5|g/L|||||F',
      'OBX|3|NM|2857-1^PSA^LN||4|ng/mL|||||F|||20261399',
    ),
  );
  expect([status, msa]).toEqual([422, 'MSA|AE|M4|1 created, 1 unchanged, 2 refused']);
  expect(
    lines.filter((line) => line.startsWith('ERR')).map((line) => line.split('|').slice(2, 5)),
  ).toEqual([
    ['OBX^2^3', '101^Required field missing^HL70357', 'E'],
    ['OBX^3^14', '102^Data type error^HL70357', 'E'],
  ]);
  expect(lines.join()).toContain('Send the day it was.');
});

test('an admission tells who the patient is; a laboratory’s message never takes it back', async () => {
  await send(
    message(
      header('ADT^A01', 'A1'),
      pid('2', '李^四||19500203|F'),
      'PV1|1|I|||||||||||||||||V1|||||||||||||||||||||||||20260801',
    ),
  );
  await send(message(header('ORU^R01', 'A2', '20260901120000'), pid('2', '错^名||19500203|M')));
  const [row] =
    await sql`select p.sex from patients.patient p join patients.encounter e using (patient_id)`;
  expect(row).toEqual({ sex: 'FEMALE' });
});

test('an older message that comes late changes nothing', async () => {
  await send(message(header('ADT^A08', 'B1', '20260803120000'), pid('3', '张^三||19400101|M')));
  const late = await send(
    message(header('ADT^A08', 'B2', '20260801120000'), pid('3', '张^三||19400101|F')),
  );
  expect(late.msa).toBe('MSA|AA|B2|1 unchanged');
  expect(late.lines.join()).toContain('A newer version of this record is known');
  const [row] = await sql`select sex from patients.patient where born_on = '1940-01-01'`;
  expect(row).toEqual({ sex: 'MALE' });
});

test('of PID an empty field leaves what was said before, and two quotation marks delete it', async () => {
  const { cipher } = clinicalIntake(identityKey);
  const told = async () => {
    const [row] =
      await sql`select i.ciphertext, i.name_hashes, p.sex, p.born_on::text as born, p.residence_code as residence,
      (select string_agg(v.vital_status, ',') from patients.vital_status_report v where v.patient_id = p.patient_id) as vital
      from patients.identity i join patients.patient p using (patient_id)
      where i.number_hashes && ${[cipher.numberHash('4711')]}`;
    const { ciphertext, name_hashes, ...stored } = row ?? {};
    const { name, phone, address, nationalId } = JSON.parse(
      cipher.open(ciphertext).toString('utf8'),
    );
    return { name, phone, address, nationalId, names: name_hashes.length, ...stored };
  };
  let n = 0;
  const admission = (rest: string) =>
    send(
      message(header('ADT^A08', `K${n++}`, `2026080${n}120000`), `PID|1||4711^^^H1^MR||${rest}`),
    );
  await admission(
    '周^小美||19491231|F|||广东省广州市天河区||13800138000|020-1234|||||11010519491231002X||||||||||20260701|Y',
  );
  const all = await told();
  expect(all).toMatchObject({
    ...{ name: '周小美', phone: '13800138000', address: '广东省广州市天河区' },
    ...{ nationalId: '11010519491231002X', sex: 'FEMALE', born: '1949-12-31' },
    ...{ residence: '440000', vital: 'DEAD' },
  });
  for (const silent of ['', '^||||||^^^||^^|', '周^小美||19491231|F||||||020-1234']) {
    await admission(silent);
    expect([silent, await told()]).toEqual([silent, all]);
  }
  await admission('周^小美||19491231|F|||""||""');
  expect(await told()).toEqual({ ...all, phone: null, address: null, residence: null });
  await admission('||""|""|||||||||||""||||||||||""|""');
  expect(await told()).toMatchObject({
    ...{ name: '周小美', nationalId: null, sex: 'UNKNOWN', born: null, vital: null },
  });
});

test('A40 makes one patient of two', async () => {
  for (const n of ['10', '11'])
    await send(message(header('ADT^A04', n), pid(n, '赵^六||19330303|F')));
  await send(laboratory('M10', '11', haemoglobin('120')));
  const merged = await send(
    message(
      header('ADT^A40', 'X', '20260802120000'),
      pid('10', '赵^六||19330303|F'),
      'MRG|11^^^H1^MR',
    ),
  );
  expect(merged.msa).toMatch(/^MSA\|AA/);
  const rows = await sql`select patient_id from patients.patient where born_on = '1933-03-03'`;
  const of = await sql`select patient_id from patients.observation where value = 120`;
  expect(rows.length).toBe(1);
  expect(of).toEqual(rows);
});

test('a pathology report keeps its lines, and its synoptic part is read as results', async () => {
  const sent = await send(
    message(
      header('ORU^R01', 'P1'),
      pid('20', '钱^七||19610101|F'),
      'OBR|1||S26-1|60568-3^Pathology synoptic report^LN|||20260730|||||||||||||||20260801|||F',
      'OBX|1|FT|22637-3^最终诊断^LN|1|左乳浸润性导管癌\\.br\\ER 90%||||||F',
      'OBX|2|FT|22637-3^最终诊断^LN|1|淋巴结 1/18||||||F',
      'OBX|3|NM|21889-1^Size Tumor^LN||23|mm|||||F',
      'SPM|1|^S26-1-A||TISS^Tissue^HL70487|||||||||||||20260729',
    ),
  );
  expect(sent.msa).toBe('MSA|AA|P1|4 created');
  const [report] =
    await sql`select report_text as text, conclusion from specimens.pathology_report`;
  expect(report).toEqual({
    text: '最终诊断 (1)\n左乳浸润性导管癌\nER 90%\n淋巴结 1/18',
    conclusion: '左乳浸润性导管癌\nER 90%\n淋巴结 1/18',
  });
});

test('drugs ordered and given are treatments', async () => {
  await send(
    message(
      header('RDE^O11', 'D1'),
      pid('30', '孙^八||19620101|M'),
      'ORC|NW|O1|||||||20260801',
      'RXE||L01XA01^顺铂^ATC|75||mg',
      'TQ1|1||||||20260802|20260806',
    ),
  );
  await send(
    message(
      header('RAS^O17', 'D2'),
      pid('30', '孙^八||19620101|M'),
      'ORC|RE|O1',
      'RXA|0|1|20260802|20260802|L01XA01^顺铂^ATC|120|mg|||||||||||||CP',
      'RXA|0|2|20260803|20260803|L01XA01^顺铂^ATC|120|mg|||||||||||||RE',
    ),
  );
  expect(
    await sql`select kind, drug, started_on::text as started, ended_on::text as ended, dose_value as dose from patients.treatment order by ended`,
  ).toEqual([
    { kind: 'SYSTEMIC', drug: 'cisplatin', started: '2026-08-02', ended: '2026-08-02', dose: 120 },
    { kind: 'SYSTEMIC', drug: 'cisplatin', started: '2026-08-02', ended: '2026-08-06', dose: 75 },
  ]);
});

test('a batch is answered message by message, and refused whole where its counts disagree', async () => {
  const inside = [1, 2].map((n) => laboratory(`Z${n}`, `4${n}`, haemoglobin('130')));
  const batch = (count: number) =>
    ['FHS|^~\\&|L\r', 'BHS|^~\\&|L\r', ...inside, `BTS|${count}\r`, 'FTS|1\r'].join('');
  const { status, lines } = await send(batch(2));
  expect([status, lines.filter((l) => l.startsWith('MSA')), lines.at(-1)]).toEqual([
    200,
    ['MSA|AA|Z1|2 created', 'MSA|AA|Z2|2 created'],
    'BTS|2',
  ]);
  const cut = await send(batch(3));
  expect([cut.status, cut.msa?.slice(0, 6)]).toEqual([422, 'MSA|AR']);
});

test.each([
  ['nonsense', 'hello'],
  ['an answer', message(header('ACK^R01', 'N'), 'MSA|AA|1')],
  [
    'a version that is not taken',
    message(header('ORU^R01', 'N').replace('2.5.1', '3.0'), pid('1')),
  ],
])('%s is rejected', async (_, body) => {
  const { status, msa } = await send(body);
  expect([status, msa?.slice(0, 6)]).toEqual([422, 'MSA|AR']);
});

test('a body that is too large, of another type or from somebody else is refused', async () => {
  expect((await send('M'.repeat(200_000))).status).toBe(413);
  expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(415);
  const request = () => new Request('https://nodp.example/hl7v2', { method: 'POST', body: 'MSH' });
  for (const [principal, status] of [
    [null, 401],
    [everyone.CLINICIAN, 403],
  ] as const)
    expect((await endpoint(request(), { principal, requestId: 'r' })).status).toBe(status);
});

const connection = () =>
  new Promise<Socket>((done) => {
    const socket = dial({ port: mllp.ports[0] ?? 0, host: '127.0.0.1' }, () => done(socket));
  });
/** The answers that come until there are so many. */
const answers = (socket: Socket, many: number) =>
  new Promise<string[]>((done) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const found = [...text.matchAll(/MSA\|(\w\w)\|([^|\r]*)/g)].map(
        ([, code, id]) => `${code} ${id}`,
      );
      if (found.length === many) {
        socket.end();
        done(found);
      }
    });
  });

test('by MLLP each message is answered once and in its order, however it is parted', async () => {
  const socket = await connection();
  const told = answers(socket, 5);
  const wire = (id: string, value: string) =>
    framed(Buffer.from(laboratory(id, '50', haemoglobin(value))));
  const cut = Buffer.from(wire('U4', '64'));
  socket.write(wire('U1', '61'));
  socket.write(Buffer.concat([wire('U2', '62'), wire('U3', '63')]));
  socket.write(cut.subarray(0, 150));
  setTimeout(() => socket.write(cut.subarray(150)), 30);
  setTimeout(() => socket.write(Buffer.concat([Buffer.from('GET / HTTP/1.1')])), 60);
  expect(await told).toEqual(['AA U1', 'AA U2', 'AA U3', 'AA U4', 'AR ']);
  const [{ value } = { value: null }] =
    await sql`select value::float from patients.observation where value between 61 and 64`;
  expect(value).toBe(64);
});

test('by MLLP a sender nobody named is rejected, and is told by which names', async () => {
  const socket = await connection();
  const told = answers(socket, 1);
  socket.write(framed(Buffer.from(laboratory('S1', '60').replace('|LIS|', '|HIS|'))));
  expect(await told).toEqual(['AR S1']);
});

test('of senders the one that says most is meant', () => {
  const all = [
    sender,
    { ...sender, application: '*', account: 'any' },
    { ...sender, port: 2576, application: '*', account: 'port' },
  ];
  const of = (port: number, application: string) =>
    senderOf(all, { port, application, facility: 'H' })?.account;
  expect([of(2575, 'LIS'), of(2575, 'HIS'), of(2576, 'LIS')]).toEqual(['lis', 'any', 'port']);
});

const samples = join(
  process.env.NODP_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
  'network/hl7v2',
);

test.skipIf(!existsSync(samples))(
  'messages that others published are taken (skipped without ../shared)',
  async () => {
    for (const file of [
      'naaccr-volv-05',
      'ms-LRI_2.0-NG_CBC_Typ_Message',
      'ms-ADT-A40-01',
      'own-gb18030-oru',
      'ms-SIU-S12-01',
      'ms-MDM-T02-02',
      'ms-OUL-R22-01',
      'lfh-ORU-multiline-short',
    ]) {
      const { status, lines } = await send(
        new Uint8Array(readFileSync(join(samples, `${file}.hl7`))),
      );
      expect([
        file,
        status,
        lines.filter((line) => line.startsWith('ERR') && line.includes('|E|')),
      ]).toEqual([file, 200, []]);
    }
  },
);
