import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import type { CsvMapping } from '@nodp/intake';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everyone,
  hospitals,
  identityKey,
  insertHospitals,
  principal,
} from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createCsvEndpoint } from './endpoint.ts';
import { ONCOLOGY } from './testing/oncology-mappings.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createCsvEndpoint>;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  const intake = clinicalIntake(identityKey);
  endpoint = createCsvEndpoint({ database: db.database, intake, maxBytes: 10_000_000 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

interface Problem {
  readonly column: string | null;
  readonly reason: { readonly en: string };
}
interface Answer {
  readonly kind: string;
  readonly mapped: boolean;
  readonly form: string;
  readonly rows: number;
  readonly refusedRows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly retained: number;
  readonly refused: number;
  readonly fault: { readonly reason: { readonly en: string } } | null;
  readonly told: readonly { readonly line: number; readonly problems: readonly Problem[] }[];
}

const ask = async (
  path: string,
  init: RequestInit = {},
  who: (typeof everyone)['SYSTEM'] = everyone.DATA_MANAGER,
) => {
  const headers = { 'x-nodp-csrf': '1', ...(init.headers as Record<string, string>) };
  const request = new Request(`https://nodp.example${path}`, { ...init, headers });
  const response = await endpoint(request, { principal: who, requestId: 'r' });
  return { status: response.status, body: (await response.json()) as never };
};
const send = async (content: string | Buffer, query = '') => {
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  const headers = { 'content-type': 'application/octet-stream' };
  const { status, body: answer } = await ask(`/csv${query}`, { method: 'POST', headers, body });
  return { status, answer: answer as Answer };
};
const save = (mapping: CsvMapping) =>
  ask('/csv/mappings', { method: 'POST', body: JSON.stringify(mapping) });
const problems = ({ told }: Answer) =>
  told.flatMap(({ line, problems: all }) =>
    all.map(({ column, reason }) => `${line} ${column}: ${reason.en}`),
  );

const PATIENTS: CsvMapping = {
  name: '住院首页',
  header: ['病案号', '患者姓名', '性别代码', '生日'],
  kinds: [
    {
      kind: 'patient',
      columns: {
        patient_id: { from: ['病案号'] },
        name: { from: ['患者姓名'] },
        sex: { from: ['性别代码'], values: { '1': 'male', '2': 'female' } },
        birth_date: { from: ['生日'], dates: 'dmy' },
      },
    },
  ],
};
const FILE =
  '病案号,患者姓名,性别代码,生日\nM1,张三,1,3/2/1950\nM2,李四,7,4/5/1960\nM3,王五,2,31/31/1960\n';

test('a file with a header of its own is read by the mapping that was saved for it, and told in its own columns', async () => {
  expect((await send(FILE)).status).toBe(422);
  expect((await save(PATIENTS)).body).toEqual({ name: '住院首页', version: 1 });
  const { answer } = await send(FILE);
  expect([answer.kind, answer.mapped, answer.created, answer.refusedRows]).toEqual([
    '住院首页',
    true,
    1,
    2,
  ]);
  expect(problems(answer)).toEqual([
    '3 性别代码: sex has no value “7”.',
    '4 生日: “31/31/1960” is no date that can be read only one way.',
  ]);
  const [row] = await sql`select sex, born_on::text as born from patients.patient`;
  expect(row).toEqual({ sex: 'MALE', born: '1950-02-03' });
});

test('a mapping is another version when it is saved again, and none when it is taken out of use', async () => {
  expect((await save(PATIENTS)).body).toMatchObject({ version: 2 });
  const other = '患者姓名,生日,性别代码,病案号\n赵六,1/1/1970,2,M4\n';
  expect((await send(other)).answer.created).toBe(1);
  expect((await send(other, '?profile=none')).status).toBe(422);
  expect((await send(other, `?profile=${encodeURIComponent('住院首页')}`)).answer.unchanged).toBe(
    1,
  );
  const another = principal('DATA_MANAGER', hospitals.there);
  expect((await ask('/csv/mappings', {}, another)).body).toEqual([]);
  const path = `/csv/mappings/${encodeURIComponent('住院首页')}`;
  expect((await ask(path, { method: 'DELETE' })).status).toBe(200);
  expect((await ask(path, { method: 'DELETE' })).status).toBe(404);
  expect((await ask('/csv/mappings')).body).toEqual([]);
});

test.each([
  ['that is none', { name: 'x' }, 'header'],
  ['of a kind that is none', { ...PATIENTS, kinds: [{ kind: 'star', columns: {} }] }, 'star'],
  [
    'without a column that has to be',
    { ...PATIENTS, kinds: [{ kind: 'patient', columns: {} }] },
    'patient_id, name, sex',
  ],
  [
    'of a column that the file does not have',
    { ...PATIENTS, kinds: [{ kind: 'patient', columns: { name: { from: ['nothing'] } } }] },
    'nothing',
  ],
])('a mapping %s is refused', async (_, mapping, words) => {
  const { status, body } = await save(mapping as never);
  expect([status, (body as { message: { en: string } }).message.en]).toEqual([
    422,
    expect.stringContaining(words),
  ]);
});

test('the first rows are shown as they would be read, with their errors, and nothing is written', async () => {
  const form = new FormData();
  form.set('file', new Blob([FILE]), 'x.csv');
  const plain = await ask('/csv/preview', { method: 'POST', body: form });
  expect(plain.body).toMatchObject({
    encoding: 'utf-8',
    header: PATIENTS.header,
    values: [['M1', 'M2', 'M3'], expect.any(Array), ['1', '7', '2'], expect.any(Array)],
    known: null,
    fault: null,
  });
  form.set('mapping', JSON.stringify(PATIENTS));
  const { body } = await ask('/csv/preview', { method: 'POST', body: form });
  expect((body as { rows: unknown[] }).rows[0]).toMatchObject({
    line: 2,
    records: [
      { kind: 'patient', said: { patient_id: 'M1', sex: 'male', birth_date: '1950-02-03' } },
    ],
    problems: [],
  });
  expect((body as { rows: unknown[] }).rows[1]).toMatchObject({
    problems: [{ column: '性别代码', severity: 'error' }],
  });
});

test('an export of CanReg5 gives patients once and their tumours, with dates as far as they are known', async () => {
  const { answer } = await send(
    'RegNo\tTumourID\tFamN\tFirstN\tSex\tBirthD\tInciD\tTop\tMor\tBeh\tBas\tHosp\nR1\tR1-1\tLi\tMei\t2\t19490199\t20109999\t509\t8500\t3\t7\t12\nR1\tR1-2\tLi\tMei\t2\t19490199\t20120304\t341\t8140\t3\t7\t12\n',
  );
  expect([answer.kind, answer.rows, answer.created, problems(answer)]).toEqual([
    'CanReg5',
    2,
    3,
    [],
  ]);
  const tumours =
    await sql`select topography, morphology, diagnosed_on::text as at from patients.tumour
    where source_id like 'R1-%' order by source_id`;
  expect(tumours.map((t) => ({ ...t }))).toMatchObject([
    { topography: 'C50.9', morphology: '8500/3' },
    { topography: 'C34.1', morphology: '8140/3', at: '2012-03-04' },
  ]);
});

const shared = process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const registry = join(shared, 'network/registry');
const extracts = join(shared, 'data/oncology-csv');

test.skipIf(!existsSync(registry))(
  'the NAACCR samples load: the flat file and the XML of the same tumours give the same records',
  async () => {
    const file = (name: string) => readFileSync(join(registry, name));
    const flat = await send(file('naaccr-180-incidence-flat-10.txt'));
    expect([flat.answer.form, flat.answer.rows, problems(flat.answer)]).toEqual([
      'naaccr-flat',
      10,
      [],
    ]);
    expect(flat.answer.created).toBeGreaterThan(15);
    const xml = await send(file('naaccr-180-incidence-same-10-tumors.xml'));
    expect([xml.answer.form, xml.answer.created, xml.answer.unchanged]).toEqual([
      'naaccr-xml',
      0,
      flat.answer.created,
    ]);
    const many = await send(gunzipSync(file('naaccr-xml-sample-v250-incidence-100.xml.gz')));
    // 8523/2 is of a later edition than the list held: taken, and told.
    expect([many.answer.rows, many.answer.refused, problems(many.answer)]).toEqual([
      100,
      0,
      ['3694 null: Behaviour not listed with that histology (C50.4, 8523/2).'],
    ]);
  },
);

test.skipIf(!existsSync(extracts))(
  'the fifteen extracts of one hospital load through mappings that were saved',
  async () => {
    const files = readdirSync(extracts).filter((name) => name.endsWith('.csv'));
    expect(files.map((name) => name.replace('.csv', '')).sort()).toEqual(
      Object.keys(ONCOLOGY).sort(),
    );
    const first = ['patient-information.csv', 'condition-information.csv'];
    const became: Record<string, unknown> = {};
    for (const name of [...first, ...files.filter((one) => !first.includes(one))]) {
      const text = readFileSync(join(extracts, name), 'utf8');
      const kind = name.replace('.csv', '');
      const header = text.slice(0, text.search(/\r?\n/)).split(',');
      const saved = await save({ name: kind, header, kinds: ONCOLOGY[kind] ?? [] });
      expect([kind, saved.status]).toEqual([kind, 200]);
      const { answer } = await send(text);
      became[kind] = [answer.created, answer.retained, answer.refused, problems(answer)];
    }
    const read = (created: number) => [created, 0, 0, []];
    const retained = (rows: number) => [0, rows, 0, []];
    expect(became).toEqual({
      'patient-information': read(3),
      'condition-information': read(3),
      'procedure-information': read(4),
      'cancer-related-medication-administration-information': read(3),
      'observation-information': read(3),
      // A row says the group and, where they are known, T, N and M.
      'staging-information': read(17),
      'cancer-disease-status-information': [2, 1, 0, []],
      'encounter-information': [1, 2, 0, []],
      'adverse-event-information': retained(3),
      'appointment-information': retained(3),
      'cancer-related-medication-request-information': retained(3),
      'clinical-trial-information': retained(3),
      'ctc-adverse-event-information': retained(3),
      'patient-mrns': retained(4),
      'treatment-plan-change-information': retained(3),
    });
  },
);
