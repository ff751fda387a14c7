/** A crash between what was received and what became of it leaves a submission `received`: it is taken up again, once. */
import { fhir, type Intake, ingest } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeUpLeft } from '../../apps/gateway/src/fhir/left-submissions.ts';
import { everyone } from '../fixtures.ts';
import { patientBundle } from '../patient-bundle.ts';
import { intake, type Setting, setUp } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await setUp();
});
afterAll(() => setting.end());

/** What happens where the process ends: nothing more is written. */
const crashing: Intake = {
  ...intake,
  registry: {
    ...intake.registry,
    claim: () => Promise.reject(new Error('the process ended')),
  },
};

const sendAndCrash = (content: object, request: object = {}): Promise<unknown> =>
  setting.database
    .session(everyone.SYSTEM, (session) =>
      ingest(session, crashing, {
        ...{ channel: 'fhir', content: Buffer.from(JSON.stringify(content)), request },
        format: fhir(crashing, request),
      }),
    )
    .then(
      () => 'answered',
      (error: Error) => error.message,
    );

const takeUp = async () => {
  const taken: string[] = [];
  const faults: string[] = [];
  await takeUpLeft(setting.owner, {
    ...{ database: setting.database, intake },
    onTaken: ({ status }) => taken.push(status),
    onError: (error) => faults.push(error.message),
  });
  return { taken, faults };
};

const age = (minutes: number) =>
  setting.owner`update basic.submission set received_at = now() - ${minutes} * interval '1 minute' where status = 'received'`;

test('it is taken up once it cannot be under way any more, and what it held is there', async () => {
  const sent = patientBundle({ family: 'Left', results: 3 });
  expect(await sendAndCrash(sent)).toBe('the process ended');
  expect(await setting.count('patients.patient')).toBe(0);
  // It might be another process's, under way.
  expect(await takeUp()).toEqual({ taken: [], faults: [] });
  await age(6);
  expect(await takeUp()).toEqual({ taken: ['accepted'], faults: [] });
  expect(await setting.count('patients.patient')).toBe(1);
  expect(await setting.count('basic.submission', `status = 'accepted'`)).toBe(1);
  expect(await takeUp()).toEqual({ taken: [], faults: [] });
  // The sender, who had no answer, sends it again: each record is there once.
  await setting.send(sent);
  expect(await setting.count('patients.patient')).toBe(1);
});

test('what was said beside the content is known again', async () => {
  const patient = {
    resourceType: 'Patient',
    id: 'p7',
    gender: 'female',
    birthDate: '1960-05-01',
    name: [{ family: 'Put' }],
  };
  expect(await sendAndCrash(patient, { type: 'Patient', id: 'p7' })).toBe('the process ended');
  await age(6);
  expect(await takeUp()).toEqual({ taken: ['accepted'], faults: [] });
  expect(await setting.count('patients.patient', `sex = 'FEMALE'`)).toBeGreaterThan(0);
});

test('one that fails each time is left after three tries, and holds up no other', async () => {
  await setting.owner`
    insert into basic.payload (sha256, bytes, content) values ('no content', 3, ${Buffer.from('not sealed')})`;
  await setting.owner`
    insert into basic.submission (id, institution_id, account_id, channel, sha256, bytes, status, request)
    values (gen_random_uuid(), ${everyone.SYSTEM.institutionId}, 'hospital', 'fhir', 'no content', 3, 'received', '{}')`;
  await age(60);
  expect(await takeUp()).toMatchObject({
    taken: [],
    faults: [expect.any(String), expect.any(String), expect.any(String)],
  });
  expect(await takeUp()).toEqual({ taken: [], faults: [] });
});
