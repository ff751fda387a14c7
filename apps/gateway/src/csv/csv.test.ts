import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createCsvEndpoint } from './endpoint.ts';
import { workbook } from './testing/workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createCsvEndpoint>;
const intake = clinicalIntake(identityKey);
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  endpoint = createCsvEndpoint({ database: db.database, intake, maxBytes: 10_000_000 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

interface Answer {
  readonly kind: string;
  readonly encoding: string;
  readonly form: string;
  readonly sheet: string | null;
  readonly rows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly ignored: readonly string[];
  readonly fault: { readonly line: number; readonly reason: { readonly en: string } } | null;
  readonly told: readonly {
    readonly line: number;
    readonly problems: readonly {
      column: string | null;
      reason: { en: string; zh: string };
      remedy: { en: string };
    }[];
  }[];
}

const send = async (
  body: string | Uint8Array<ArrayBuffer>,
  { query = '', headers = {}, who = everyone.DATA_MANAGER } = {},
) => {
  const request = new Request(`https://nodp.example/csv${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-nodp-csrf': '1', ...headers },
    body,
  });
  const response = await endpoint(request, { principal: who, requestId: 'r' });
  const text = await response.text();
  return {
    status: response.status,
    text,
    answer: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer,
  };
};
/** `3 birth_date: reason` of every problem told. */
const problems = ({ told }: Answer) =>
  told.flatMap(({ line, problems: all }) =>
    all.map(({ column, reason }) => `${line} ${column}: ${reason.en}`),
  );

const PATIENTS = 'patient_id,name,sex,birth_date,national_id,address\n';

test('the example of every kind is taken as it is downloaded, patients first', async () => {
  for (const { kind } of intake.csv) {
    const download = await endpoint(new Request(`https://nodp.example/csv/${kind}`), {
      principal: null,
      requestId: 'r',
    });
    const { status, answer } = await send(await download.text());
    expect([kind, status, answer.kind, answer.rows, answer.refused, problems(answer)]).toEqual([
      kind,
      200,
      kind,
      1,
      0,
      [],
    ]);
    expect(answer.created).toBe(1);
  }
});

test('good rows are taken; each bad one is told by line, column, reason and remedy', async () => {
  const { answer } = await send(
    `${PATIENTS}A1,张三,男,1950/2/3,,广东省广州市\nA2,李四,x,1950-13-01,,\nA3,王五,female,1.96E+3,,\nA4,,female,1960,,\nA5,赵"六,female,1960,,\nA6,钱七,female,1960,110105194912310000,\nA7,孙八,女,1955年3月,,,\nA8,周九,女\n`,
  );
  expect([answer.rows, answer.created, answer.refused]).toEqual([8, 2, 6]);
  expect(problems(answer)).toEqual([
    '3 sex: sex has no value “x”.',
    '3 birth_date: “1950-13-01” is no date that can be read only one way.',
    '4 birth_date: “1.96E+3” is no date that can be read only one way.',
    '5 name: name is empty.',
    '6 null: A quotation mark stands inside a cell that does not begin with one.',
    '7 national_id: “110105194912310000” is a number that a spreadsheet shortened: its last digits are lost.',
    '9 null: The row has 3 cells, the header 6.',
  ]);
  const [row] =
    await sql`select sex, born_on::text as born from patients.patient where born_on = '1950-02-03'`;
  expect(row).toEqual({ sex: 'MALE', born: '1950-02-03' });
});

test('a number of eighteen digits in scientific notation is refused with that reason', async () => {
  const { answer } = await send(`${PATIENTS}1.10105E+17,张三,男,,,\nB2,张三,男,,1.10105E+17,\n`);
  expect(answer.told.map(({ problems: [p] }) => [p?.column, p?.reason.zh, p?.remedy.en])).toEqual([
    [
      'patient_id',
      '“1.10105E+17”是被电子表格截断的号码，末尾数字已丢失。',
      expect.stringContaining('as text'),
    ],
    ['national_id', expect.any(String), expect.any(String)],
  ]);
});

test('refused rows come back as a file with what is to be corrected, in the reader’s language', async () => {
  const { text } = await send(`${PATIENTS}C1,张三,男,1960,,\nC2,"李,四",x,1960,,\n`, {
    headers: { accept: 'text/csv', 'accept-language': 'zh-CN' },
  });
  const [header, first, ...rest] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(header).toBe(`${PATIENTS.trim()},nodp_line,nodp_column,nodp_reason,nodp_remedy`);
  expect(first).toMatch(/^C2,"李,四",x,1960,,,3,sex,性别（sex）没有取值“x”。,/);
  expect(rest).toEqual([]);
});

test('columns that were not read stand in the file of refused rows as they were', async () => {
  const { text } = await send('patient_id,colour,name,sex\nC4,red,张三,x\n', {
    headers: { accept: 'text/csv' },
  });
  expect(text).toMatch(/^patient_id,colour,name,sex,nodp_line.*\r\nC4,red,张三,x,2,sex,/);
});

test('a corrected file may keep the columns that were added', async () => {
  const { answer } = await send('patient_id,name,sex,nodp_line,nodp_reason\nC3,张三,男,3,x\n');
  expect([answer.created, answer.ignored]).toEqual([1, ['nodp_line', 'nodp_reason']]);
});

test('the encoding is told, and the same file again writes nothing', async () => {
  const rows = Buffer.concat([
    Buffer.from('patient_id,name,sex\nG1,'),
    Buffer.from('cdf5d0a1c3f7', 'hex'),
    Buffer.from(',male\n'),
  ]);
  const first = await send(new Uint8Array(rows));
  expect([first.answer.encoding, first.answer.created]).toEqual(['gb18030', 1]);
  expect((await send(new Uint8Array(rows))).answer.unchanged).toBe(1);
});

test('headers may be the Chinese words, parted by tabulators', async () => {
  const { answer } = await send('患者编号\t姓名\t性别\nH1\t张三\t女\n');
  expect([answer.kind, answer.created]).toEqual(['patient', 1]);
});

test.each([
  ['a header of no kind', 'a,b\n1,2\n', '', 'The header fits no kind of record.'],
  [
    'a column that is missing',
    'patient_id,name\n1,x\n',
    '?kind=patient',
    'Columns are missing: sex.',
  ],
  [
    'a column that stands twice',
    'patient_id,name,sex,name\n1,x,male,y\n',
    '',
    'The column name stands twice in the header.',
  ],
  ['a kind that is none', PATIENTS, '?kind=star', 'There is no kind of record “star”.'],
])('%s refuses the file', async (_, body, query, reason) => {
  const { status, answer } = await send(body, { query });
  expect([status, answer.fault?.reason.en]).toEqual([422, reason]);
});

test('rows of a patient nobody sent are refused by the patient’s column', async () => {
  const { answer } = await send(
    'patient_id,date,scale,score\nnobody,2026-01-01,ECOG,1\nA1,2026-01-01,ECOG,9\n',
  );
  expect(problems(answer)).toEqual([
    '2 patient_id: The platform knows no Patient nobody of this institution.',
    '3 score: ECOG has no score 9.',
  ]);
});

test('a long file is taken in parts, and its lines are counted through', async () => {
  const rows = Array.from({ length: 1_203 }, (_, i) => `L${i},张三,${i === 1_100 ? 'x' : '男'}\n`);
  const { answer } = await send(`patient_id,name,sex\n${rows.join('')}`);
  expect([answer.rows, answer.created, answer.refused]).toEqual([1_203, 1_202, 1]);
  expect(answer.told[0]?.line).toBe(1_102);
});

test('a file of patients without a column leaves what it said before; an empty cell takes it back', async () => {
  const known = async () => {
    const [row] =
      await sql`select ciphertext from patients.identity where number_hashes && ${[intake.cipher.numberHash('LEFT-1')]}`;
    const { name, phone, address, nationalId } = JSON.parse(
      intake.cipher.open(row?.ciphertext).toString('utf8'),
    );
    return [name, phone, address, nationalId];
  };
  await send(
    'patient_id,name,sex,birth_date,national_id,address,phone\nLEFT-1,王小美,女,1949-12-31,11010519491231002X,广东省广州市,13800138000\n',
  );
  await send('patient_id,name,sex\nLEFT-1,王小梅,女\n');
  expect(await known()).toEqual(['王小梅', '13800138000', '广东省广州市', '11010519491231002X']);
  await send('patient_id,name,sex,phone\nLEFT-1,王小梅,女,\n');
  expect(await known()).toEqual(['王小梅', null, '广东省广州市', '11010519491231002X']);
});

test('a record that is said twice is told with the line that said it first, however far apart', async () => {
  const rows = Array.from({ length: 700 }, (_, i) => `D${i},张三,男\n`);
  const { answer } = await send(`patient_id,name,sex\n${rows.join('')}D1,李四,男\nD2,张三,男\n`);
  expect([answer.created, answer.refused]).toEqual([700, 2]);
  expect(problems(answer)).toEqual([
    '702 null: Line 3 says the same record in another way.',
    '703 null: The same record stands in line 4 already.',
  ]);
});

test('a workbook is read as its rows are; a number that lost its digits is refused', async () => {
  const { status, answer } = await send(
    workbook([
      ['patient_id', 'name', 'sex', 'birth_date', 'national_id'],
      ['X1', '张三', '男', 33_000, ''],
      [2, '李四', '女', '1950-02-03', 110105194912310020],
    ]),
    { headers: { 'content-type': XLSX } },
  );
  expect([status, answer.form, answer.encoding, answer.sheet]).toEqual([200, 'xlsx', 'utf-8', 'S']);
  expect([answer.rows, answer.created, problems(answer)]).toEqual([
    2,
    1,
    [
      '3 national_id: “1.10105194912310E+17” is a number that a spreadsheet shortened: its last digits are lost.',
    ],
  ]);
  const [row] = await sql`select sex from patients.patient where born_on = '1990-05-07'`;
  expect(row).toEqual({ sex: 'MALE' });
});

test('only who sends for a hospital may', async () => {
  for (const [who, status] of [
    [everyone.CLINICIAN, 403],
    [everyone.SYSTEM, 200],
    [{ ...everyone.DATA_MANAGER, institutionId: null }, 403],
  ] as const)
    expect((await send(`${PATIENTS}Z1,张三,男,,,\n`, { who } as never)).status).toBe(status);
  const forged = new Request('https://nodp.example/csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'x',
  });
  expect(
    (await endpoint(forged, { principal: everyone.DATA_MANAGER, requestId: 'r' })).status,
  ).toBe(400);
});
