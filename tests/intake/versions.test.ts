import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals } from '../fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from './examples.ts';
import { intake, type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const numbered = (id: string, value: string, more: object = {}) =>
  patient(id, { identifier: [{ system: 'http://h/mrn', value }], ...more });

const entries = (type: 'transaction' | 'batch', ...sent: readonly object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: sent,
});
const put = (url: string, resource: object, more: object = {}) => ({
  resource,
  request: { method: 'PUT', url, ...more },
});

test('a record sent again under its right patient leaves the wrong one, with its parts and what lists show of it', async () => {
  const stage = [{ summary: { text: 'IIIA' } }];
  await db.send(
    bundle('transaction', patient('ri'), patient('rj'), cancer('mv', 'urn:uuid:ri', { stage })),
  );
  const moved = await db.send(
    entries('transaction', put('Condition/mv', cancer('mv', 'Patient/rj'))),
  );
  expect(moved.status).toBe('accepted');
  const rows = await db.owner`
    select s.source_id from patients.tumour t join patients.patient_source s using (patient_id)
    where t.source_id = 'mv'`;
  expect(rows.map((r) => r.source_id)).toEqual(['rj']);
  expect(await db.count('patients.stage', `source_id like 'mv#%'`)).toBe(0);
  expect(await db.count('basic.previous_version', `content ->> 'source_id' = 'mv'`)).toBe(1);
  const led = await db.owner`
    select s.source_id from patients.patient p join patients.patient_source s using (patient_id)
    where s.source_id in ('ri', 'rj') and p.leading_tumour_id is not null`;
  expect(led.map((r) => r.source_id)).toEqual(['rj']);
});

test('another hospital’s record of the same key is not taken for one that moved', async () => {
  await db.send(
    bundle('transaction', patient('k1'), haemoglobin('same', 'urn:uuid:k1', 12, '2020-01-01')),
  );
  const system = { ...everyone.SYSTEM, accountId: 'there', institutionId: hospitals.there };
  await db.database.session(system, (s) =>
    send(
      s,
      bundle('transaction', patient('k2'), haemoglobin('same', 'urn:uuid:k2', 13, '2020-01-01')),
    ),
  );
  expect(await db.count('patients.observation', `source_id = 'same'`)).toBe(2);
});

test('results that share an accession number, sent one after another, stay three results', async () => {
  await db.send(patient('rf'));
  for (const [code, value] of [
    ['2039-6', 3.1],
    ['24108-3', 17],
    ['1834-1', 2.2],
  ] as const) {
    const { id: _, ...result } = haemoglobin('', 'Patient/rf', value, '2021-02-03T08:00:00+08:00');
    const sent = {
      ...result,
      code: { coding: [{ system: 'http://loinc.org', code }] },
      valueQuantity: { value, unit: 'ng/mL' },
      identifier: [{ system: 'http://lis/accession', value: 'ACC-1' }],
    };
    for (const outcome of ['created', 'unchanged'])
      expect((await db.send(sent)).entries.map((e) => e.outcome)).toEqual([outcome]);
  }
  expect(
    await db.count('patients.observation', `source_id like 'http://lis/accession|ACC-1%'`),
  ).toBe(3);
});

test('a conditional update changes the one patient that its criteria find, makes one where there is none, and no one of several', async () => {
  const sent = (more: object, ...identifier: object[]) => {
    const { id: _, ...unkeyed } = patient('x', more);
    return entries(
      'transaction',
      put('Patient?identifier=http://h/mrn|cu', { ...unkeyed, identifier }),
    );
  };
  const own = { system: 'http://h/mrn', value: 'cu' };
  const before = await db.count('patients.patient');
  expect((await db.send(sent({}, own))).entries[0]?.outcome).toBe('created');
  const changed = await db.send(
    sent({ gender: 'female' }, { system: 'http://other', value: '7' }, own),
  );
  expect(changed.entries[0]?.outcome).toBe('updated');
  expect(await db.count('patients.patient')).toBe(before + 1);
  // Known by its id first: the criteria find it by its identifier.
  await db.send(numbered('by-id', 'ci'));
  const { id: _, ...found } = numbered('x', 'ci', { gender: 'female' });
  await db.send(entries('transaction', put('Patient?identifier=http://h/mrn|ci', found)));
  expect(await db.count('patients.patient')).toBe(before + 2);
  await db.send(numbered('s1', 'several'));
  await db.send(numbered('s2', 'several'));
  const { id: __, ...several } = numbered('x', 'several');
  const refused = await db.send(
    entries('batch', put('Patient?identifier=http://h/mrn|several', several)),
  );
  expect(refused.entries[0]).toMatchObject({ outcome: 'refused', issues: [{ code: 'conflict' }] });
  expect(await db.count('patients.patient')).toBe(before + 4);
});

test('an older version that comes later does not win, whatever form it comes in', async () => {
  await db.send(patient('old'));
  const at = (value: number, meta?: object) => ({
    ...haemoglobin('v', 'Patient/old', value, '2020-01-01'),
    ...(meta === undefined ? {} : { meta }),
  });
  const valueNow = async () =>
    (await db.owner`select value from patients.observation where source_id = 'v'`)[0]?.value;
  await db.send(at(12, { lastUpdated: '2024-03-02T10:00:00+08:00' }));
  const late = await db.send(at(11, { lastUpdated: '2024-03-02T01:00:00Z' }));
  expect(late).toMatchObject({
    status: 'accepted',
    entries: [{ outcome: 'unchanged', issues: [{ severity: 'warning', code: 'conflict' }] }],
  });
  expect(await valueNow()).toBe(12);
  // 10:00 in Beijing is 02:00 in UTC: a minute later is newer, though its text sorts before.
  await db.send(at(13, { lastUpdated: '2024-03-02T02:01:00Z' }));
  expect(await valueNow()).toBe(13);
  // Entered in error, but older than what is known: nothing is withdrawn.
  await db.send({ ...at(13, { lastUpdated: '2024-01-01T00:00:00Z' }), status: 'entered-in-error' });
  expect(await valueNow()).toBe(13);
  await db.send(at(14));
  expect(await valueNow()).toBe(14);
  const counted = (value: number, versionId: string) => ({
    ...haemoglobin('w', 'Patient/old', value, '2020-01-01'),
    meta: { versionId },
  });
  await db.send(counted(1, '10'));
  await db.send(counted(2, '9'));
  const [row] = await db.owner`select value from patients.observation where source_id = 'w'`;
  expect(row?.value).toBe(1);
});

test('demographics that are older do not win', async () => {
  const version = (gender: string, lastUpdated: string) =>
    patient('demo', { gender, meta: { lastUpdated } });
  await db.send(version('female', '2024-05-01T00:00:00Z'));
  await db.send(version('male', '2024-04-01T00:00:00Z'));
  const [row] = await db.owner`
    select sex from patients.patient join patients.patient_source using (patient_id) where source_id = 'demo'`;
  expect(row?.sex).toBe('FEMALE');
});

test('If-Match: the version that was answered is taken, another is a conflict, and nothing changes', async () => {
  await db.send(patient('im'));
  const sent = (value: number, ifMatch?: string) =>
    db.send(
      entries(
        'batch',
        put(
          'Observation/im-o',
          haemoglobin('im-o', 'Patient/im', value, '2020-01-01'),
          ifMatch === undefined ? {} : { ifMatch },
        ),
      ),
    );
  const first = (await sent(12)).entries[0];
  const tag = `W/"${first?.contentHash?.slice(0, 16)}"`;
  expect((await sent(13, tag)).entries[0]?.outcome).toBe('updated');
  const refused = (await sent(14, tag)).entries[0];
  expect(refused).toMatchObject({ outcome: 'refused', issues: [{ code: 'conflict' }] });
  const [row] = await db.owner`select value from patients.observation where source_id = 'im-o'`;
  expect(row?.value).toBe(13);
});

test('a later Bundle names a patient by the address of an earlier one', async () => {
  const address = 'https://his.example/fhir/Patient/addressed-7';
  const urn = 'urn:uuid:5f9b5a4e-6c1e-4c55-9a53-0f0f3c0d9a11';
  for (const [fullUrl, id] of [
    [address, 'ad1'],
    [urn, 'ad2'],
  ]) {
    await db.send(
      entries('transaction', {
        fullUrl,
        resource: patient(id as string),
        request: { method: 'POST', url: 'Patient' },
      }),
    );
  }
  const later = await db.send(
    entries(
      'transaction',
      put('Observation/ad1-o', haemoglobin('ad1-o', address, 12, '2020-01-01')),
      put('Observation/ad2-o', haemoglobin('ad2-o', urn.toUpperCase(), 12, '2020-01-01')),
    ),
  );
  expect(later.entries.map((e) => e.outcome)).toEqual(['created', 'created']);
  const rows = await db.owner`
    select o.source_id as result, s.source_id as patient from patients.observation o
    join patients.patient_source s using (patient_id) where o.source_id in ('ad1-o', 'ad2-o') order by 1`;
  expect(rows.map((r) => [r.result, r.patient])).toEqual([
    ['ad1-o', 'ad1'],
    ['ad2-o', 'ad2'],
  ]);
  const other = await db.send(
    haemoglobin('far', 'https://other.example/fhir/Patient/addressed-7', 12, '2020-01-01'),
  );
  expect(other.entries[0]?.issues[0]?.code).toBe('not-found');
});

test('two numbers of one person in one hospital both find the person, sent together or one after another', async () => {
  const person = (id: string, value: string) =>
    patient(id, {
      birthDate: '1949-12-31',
      identifier: [
        { system: 'urn:oid:2.16.156.10011.1.3', value: '11010519491231002X' },
        { system: 'http://h/number', value },
      ],
    });
  await db.send(bundle('transaction', person('mz1', 'MZ-0001'), person('zy1', 'ZY-0001')));
  await db.send(person('zy2', 'ZY-0002'));
  const [row] = await db.owner`
    select i.number_hashes from patients.identity i join patients.patient_source s using (patient_id)
    where s.source_id = 'mz1'`;
  for (const number of ['MZ-0001', 'ZY-0001', 'ZY-0002'])
    expect([number, row?.number_hashes.includes(intake.cipher.numberHash(number))]).toEqual([
      number,
      true,
    ]);
});
