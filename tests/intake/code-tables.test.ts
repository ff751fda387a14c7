import { csvPart, type Format, fhir, hl7v2, type IngestResult, ingest } from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAgainJob } from '../../apps/gateway/src/codes/read-again-job.ts';
import { everyone, hospitals, principal } from '../fixtures.ts';
import { intake, type Setting, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const LOINC = 'http://loinc.org';
const manager = everyone.DATA_MANAGER;

const taken = async (result: Promise<IngestResult>) => expect((await result).issues).toEqual([]);
const take = (channel: string, text: string, format: Format, request: object = {}) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, { channel, content: Buffer.from(text), format, request }),
  );
const message = (id: string, ...segments: string[]) =>
  take(
    'hl7v2',
    [
      `MSH|^~\\&|LIS|H1|||20260801120000||ORU^R01|${id}|P|2.5.1||||||UNICODE UTF-8`,
      'PID|1||7001^^^^MR||王^小明||19600102|M',
      `OBR|1||F-${id}|肿瘤标志物^^L|||20260801`,
      ...segments,
    ].join('\r'),
    hl7v2(intake),
  );
const cea = (value: number) => `OBX|1|NM|CEA01^癌胚抗原测定^99LIS||${value}|ng/mL|0-5|H|||F`;

type Code = { domain: string; system: string; code: string; display?: string };
const map = (code: Code, target: { system: string; code: string } | null, by = manager) =>
  db.database.session(by, async (session) => {
    const mappings = [
      { ...code, targetSystem: target?.system ?? null, targetCode: target?.code ?? null },
    ];
    const [row] = await session.run<{ added: number }>(
      {
        text: 'select basic.put_code_mappings($1::uuid, $2::text::jsonb, $3, $4::uuid) as added',
        bind: ({ whose, json, why, job }) => [whose, json, why, job],
      },
      { whose: hospitals.here, json: JSON.stringify(mappings), why: 'a test of it', job: uuidv7() },
    );
    return row?.added;
  });
const errors: Error[] = [];
const readAgain = () =>
  readAgainJob({
    ...{ ownerUrl: db.ownerUrl, database: db.database, intake },
    onError: (error) => errors.push(error),
  }).run({
    ...{ id: uuidv7(), parameters: {}, requestedBy: 'test', attempt: 1 },
    signal: new AbortController().signal,
    progress: async () => {},
  });
const counted = () =>
  db.owner`select domain, system, code, sum(records)::int as records, sum(unmapped)::int as unmapped
    from basic.local_code_count where institution_id = ${hospitals.here}
    group by domain, system, code having sum(records) > 0 order by unmapped desc, domain, code`;
const results = () =>
  db.owner`select system, code, display, value::float, normal_unit as unit from patients.observation order by value`;

test('codes of a hospital’s own are counted by record, whatever form they come in, with values that came under them', async () => {
  await message('1', cea(12.4));
  await message('2', cea(3));
  // The same again is no further record.
  await message('2', cea(3));
  await taken(
    take(
      'fhir',
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          {
            request: { method: 'POST', url: 'Observation' },
            resource: {
              ...{ resourceType: 'Observation', id: 'o', status: 'final' },
              subject: { type: 'Patient', identifier: { value: '7001' } },
              code: { text: '癌胚抗原' },
              effectiveDateTime: '2026-08-02',
              valueQuantity: { value: 7.5, unit: 'ng/mL' },
            },
          },
          {
            request: { method: 'POST', url: 'MedicationStatement' },
            resource: {
              ...{ resourceType: 'MedicationStatement', id: 'd', status: 'completed' },
              subject: { type: 'Patient', identifier: { value: '7001' } },
              medicationReference: { reference: '#m' },
              contained: [
                {
                  ...{ resourceType: 'Medication', id: 'm' },
                  code: { coding: [{ system: 'urn:h1:drugs', code: 'YP12', display: '金龙片' }] },
                },
              ],
              effectiveDateTime: '2026-08-01',
            },
          },
          {
            request: { method: 'POST', url: 'Condition' },
            resource: {
              ...{ resourceType: 'Condition', id: 'c', recordedDate: '2026-08-01' },
              subject: { type: 'Patient', identifier: { value: '7001' } },
              code: {
                coding: [{ system: 'urn:h1:diagnoses', code: 'FA01' }],
                text: '右肺上叶占位',
              },
            },
          },
        ],
      }),
      fhir(intake),
    ),
  );
  for (const [kind, text] of [
    ['patient', 'patient_id,name,sex,birth_date\n8001,李四,女,1950-02-03'],
    [
      'observation',
      'patient_id,time,code,code_system,name,value,unit\n8001,2026-08-02 08:00,K7,99HIS,糖类抗原,8.5,U/mL',
    ],
  ] as const) {
    const file = { kind, line: 2, encoding: 'utf-8' };
    await taken(take('csv', text, csvPart(intake.fhir, intake.csv, file), file));
  }
  expect(await counted()).toEqual([
    { domain: 'TEST', system: '99LIS', code: 'CEA01', records: 2, unmapped: 2 },
    { domain: 'DIAGNOSIS', system: 'urn:h1:diagnoses', code: 'FA01', records: 1, unmapped: 1 },
    { domain: 'DRUG', system: 'urn:h1:drugs', code: 'YP12', records: 1, unmapped: 1 },
    { domain: 'TEST', system: '99HIS', code: 'K7', records: 1, unmapped: 1 },
    { domain: 'TEST', system: '', code: '癌胚抗原', records: 1, unmapped: 1 },
  ]);
  const [code] =
    await db.owner`select display, examples from basic.local_code where code = 'CEA01'`;
  expect(code).toEqual({
    display: '癌胚抗原测定',
    examples: ['12.4 ng/mL (0–5)', '3 ng/mL (0–5)'],
  });
});

test('what is sent after a code was mapped is read by it at once; the sender’s words stay', async () => {
  expect(
    await map(
      { domain: 'TEST', system: '99LIS', code: 'CEA01' },
      { system: LOINC, code: '2039-6' },
    ),
  ).toBe(1);
  // Saying the same again adds no version.
  expect(
    await map(
      { domain: 'TEST', system: '99LIS', code: 'CEA01' },
      { system: LOINC, code: '2039-6' },
    ),
  ).toBe(0);
  await message('3', cea(99));
  expect((await results()).at(-1)).toEqual({
    ...{ system: LOINC, code: '2039-6', display: '癌胚抗原测定', value: 99, unit: 'ng/mL' },
  });
});

test('records that came before are read again by the job, each once and none newer is touched', async () => {
  // A correction that came since holds: the message that is read again is the one that told last.
  await message('2', cea(4));
  expect(await readAgain()).toEqual({ submissions: 1, records: 1, left: 0 });
  expect(errors).toEqual([]);
  const ceas = (await results()).filter(({ code }) => code === '2039-6');
  expect(ceas.map(({ value }) => value)).toEqual([4, 12.4, 99]);
  expect((await counted()).filter(({ code }) => code === 'CEA01')).toEqual([
    { domain: 'TEST', system: '99LIS', code: 'CEA01', records: 3, unmapped: 0 },
  ]);
  expect(await readAgain()).toEqual({ submissions: 0, records: 0, left: 0 });
});

test('a name without a code, a drug and a diagnosis are records once they are mapped: a retained one, one of another kind', async () => {
  expect(await db.count('patients.tumour')).toBe(0);
  await map({ domain: 'TEST', system: '', code: '癌胚抗原' }, { system: LOINC, code: '2039-6' });
  await map(
    { domain: 'DRUG', system: 'urn:h1:drugs', code: 'YP12' },
    { system: 'http://www.whocc.no/atc', code: 'L01BC06' },
  );
  await map(
    { domain: 'DIAGNOSIS', system: 'urn:h1:diagnoses', code: 'FA01' },
    { system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.1' },
  );
  expect(await readAgain()).toEqual({ submissions: 1, records: 3, left: 0 });
  expect((await results()).map(({ value }) => value)).toEqual([4, 7.5, 8.5, 12.4, 99]);
  const [drug] = await db.owner`select kind, drug, display from patients.treatment`;
  expect(drug).toMatchObject({ kind: 'SYSTEMIC', drug: 'capecitabine' });
  const [tumour] =
    await db.owner`select icd10, topography, sent_display as display from patients.tumour`;
  expect(tumour).toEqual({ icd10: 'C34.1', topography: 'C34.1', display: '右肺上叶占位' });
  // What it was read as before is withdrawn.
  expect(await db.count('patients.comorbidity')).toBe(0);
});

test('a mapping that is withdrawn takes back what was read by it', async () => {
  await map({ domain: 'TEST', system: '99LIS', code: 'CEA01' }, null);
  expect(await readAgain()).toMatchObject({ records: 3, left: 0 });
  expect((await results()).filter(({ code }) => code === 'CEA01').length).toBe(3);
  const [count] = (await counted()).filter(({ code }) => code === 'CEA01');
  expect(count).toMatchObject({ records: 3, unmapped: 3 });
});

test('a record that is corrected to a standard code, or taken back, is counted no more', async () => {
  await message('3', `OBX|1|NM|CEA01^癌胚抗原测定^99LIS||99|ng/mL|||||W`);
  await message('2', 'OBX|1|NM|CEA01^癌胚抗原^99LIS^2039-6^CEA^LN||4|ng/mL|0-5|N|||F');
  const [count] = (await counted()).filter(({ code }) => code === 'CEA01');
  expect(count).toMatchObject({ records: 1, unmapped: 1 });
});

test('codes are mapped by the data manager of their institution or of the nation, by nobody else', async () => {
  const code = { domain: 'TEST', system: '99LIS', code: 'CEA01' };
  const target = { system: LOINC, code: '2039-6' };
  await expect(map(code, target, principal('DATA_MANAGER', hospitals.there))).rejects.toThrow(
    'another institution',
  );
  for (const role of ['CLINICIAN', 'SYSTEM', 'ADMINISTRATOR'] as const)
    await expect(map(code, target, everyone[role])).rejects.toThrow('may not map codes');
  expect(await map(code, target, principal('DATA_MANAGER', null))).toBe(1);
  const seen = (by: typeof manager) =>
    db.database.session(by, async (session) =>
      (
        await session.run<{ n: number }>({
          text: 'select count(*)::int as n from basic.code_mapping',
          bind: () => [],
        })
      ).at(0),
    );
  expect(await seen(principal('DATA_MANAGER', hospitals.there))).toEqual({ n: 0 });
  expect((await seen(manager))?.n).toBeGreaterThan(3);
});
