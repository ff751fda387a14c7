import { randomUUID } from 'node:crypto';
import { identityCipher, type Principal } from '@nodp/database';
import { encodeId, nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeathsEndpoint } from '../apps/gateway/src/deaths/endpoint.ts';
import { everyone, hospitals, identityKey } from './fixtures.ts';
import { bundle, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let endpoint: ReturnType<typeof createDeathsEndpoint>;
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  db = await setUp();
  const cipher = identityCipher({ identityKey });
  endpoint = createDeathsEndpoint({ database: db.database, intake, cipher });
});
afterAll(() => db.end());

/** Resident identity numbers whose check character holds, born on 1949-12-31. */
const NUMBERS = ['11010519491231002X', '110105194912310046', '110105194912310062'];

const known = async (number: string, name: string, more: object = {}) => {
  const key = `p${randomUUID().slice(0, 8)}`;
  await db.send(
    bundle(
      'batch',
      patient(key, {
        name: [{ text: name }],
        birthDate: '1949-12-31',
        identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: number }],
        ...more,
      }),
      {
        resourceType: 'Appointment',
        id: `a${key}`,
        status: 'booked',
        start: `${inDays(-1)}T09:00:00+08:00`,
        end: `${inDays(-1)}T09:10:00+08:00`,
        participant: [{ actor: { reference: `urn:uuid:${key}` }, status: 'accepted' }],
      } as never,
    ),
  );
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${key}`;
  return row?.patient_id as string;
};

const post = async (rows: string[], who: Principal | null = coordinator) => {
  const response = await endpoint(
    new Request('http://localhost/deaths', {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: `name,national_id,birth_date,death_date,cause\n${rows.join('\n')}\n`,
    }),
    { principal: who, requestId: 'test', callerRequestId: null } as never,
  );
  const answer = (await response.json()) as { rows?: Record<string, unknown>[] };
  return { ...answer, status: response.status };
};
const vital = async (id: string) =>
  (
    await db.owner`select vital_status, died_on::text, cause_of_death_code,
      (select count(*)::int from patients.task t where t.patient_id = p.patient_id and t.state = 'OPEN') as tasks,
      (select count(*)::int from patients.vital_status_report r where r.patient_id = p.patient_id and r.died_on is not null) as dates
    from patients.patient p where patient_id = ${id}`
  )[0];

test('linked by number, day of birth and name; tasks end in the same transaction; read again it changes nothing', async () => {
  const id = await known(NUMBERS[0] as string, '王小明');
  expect(await vital(id)).toMatchObject({ vital_status: 'UNKNOWN', tasks: 1 });
  const row = `王小明,${NUMBERS[0]},1949-12-31,${inDays(-3)},C34.1`;
  const answer = await post([row]);
  expect(answer).toMatchObject({
    status: 200,
    rows: [{ line: 2, outcome: 'LINKED', patients: [encodeId('Patient', id)], because: null }],
  });
  const dead = {
    ...{ vital_status: 'DEAD', died_on: inDays(-3), cause_of_death_code: 'C34.1' },
    ...{ tasks: 0, dates: 1 },
  };
  expect(await vital(id)).toEqual(dead);
  expect((await post([row])).rows).toMatchObject([{ outcome: 'LINKED', known: inDays(-3) }]);
  expect(await vital(id)).toEqual(dead);
});

test('a date that differs from the hospital’s: both are kept, and the line says so', async () => {
  const id = await known(NUMBERS[1] as string, '李强', { deceasedDateTime: inDays(-40) });
  const answer = await post([`李强,${NUMBERS[1]},,${inDays(-41)},`]);
  expect(answer.rows).toMatchObject([
    { outcome: 'DIFFERS', died: inDays(-41), known: inDays(-40) },
  ]);
  expect(await vital(id)).toMatchObject({ vital_status: 'DEAD', dates: 2 });
  const { data } = await askerOf(patients, db.database)(
    coordinator,
    'query ($id: ID!) { patient(id: $id) { deathDate deathReports { date fromRegister shown } } }',
    { id: encodeId('Patient', id) },
  );
  const reports: { date: string; shown: boolean }[] = data.patient.deathReports;
  expect(reports).toMatchObject([
    { date: inDays(-41), fromRegister: true },
    { date: inDays(-40), fromRegister: false },
  ]);
  expect(reports.filter(({ shown }) => shown).map(({ date }) => date)).toEqual([
    data.patient.deathDate,
  ]);
});

test('what is doubtful or unmatched is answered by line and changes nobody', async () => {
  const id = await known(NUMBERS[2] as string, '赵敏');
  const answer = await post([
    `赵敏敏敏,${NUMBERS[2]},1949-12-31,2026-02-01,`,
    '赵敏,,1949-12-31,2026-02-01,',
    '无此人,110105194912310089,1949-12-31,2026-02-01,',
    '赵敏,,,2026-02-01,',
  ]);
  expect(answer.rows?.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'DOUBTFUL'],
    [3, 'DOUBTFUL'],
    [4, 'UNMATCHED'],
    [5, 'REFUSED'],
  ]);
  expect((await vital(id))?.vital_status).not.toBe('DEAD');
  expect(await db.count('patients.vital_status_report', `patient_id = '${id}'`)).toBe(0);
});

test('another institution links nobody’s death but of its own patients; a data manager is not told whom it means', async () => {
  const row = `赵敏,${NUMBERS[2]},1949-12-31,${inDays(-2)},`;
  const stranger = principalOf('FOLLOWUP_COORDINATOR', hospitals.there);
  expect((await post([row], stranger)).rows).toMatchObject([{ outcome: 'UNMATCHED' }]);
  expect((await post([row], everyone.DATA_MANAGER)).rows).toMatchObject([
    { outcome: 'LINKED', patients: [] },
  ]);
  expect(await post([row], null)).toMatchObject({ status: 401 });
  for (const role of ['CLINICIAN', 'SYSTEM', 'ADMINISTRATOR', 'RESEARCHER'] as const)
    expect(await post([row], everyone[role])).toMatchObject({ status: 403 });
  const rechecks = await db.owner`
    select detail from basic.audit where account_id = ${coordinator.accountId} and action = 'search'`;
  expect(rechecks.length).toBeGreaterThan(2);
});
