import { encodeId } from '@nodp/graph';
import { csvPart, hl7v2, ingest } from '@nodp/intake';
import { expect, test } from 'vitest';
import { createDeathsEndpoint } from '../apps/gateway/src/deaths/endpoint.ts';
import { everyone } from './fixtures.ts';
import { bundle, patient } from './intake/examples.ts';
import { intake } from './intake/setting.ts';
import {
  act,
  answerWith,
  ask,
  becamePatient,
  cipher,
  coordinator,
  db,
  deliver,
  heard,
  inDays,
  key,
  number,
  outcome,
  patientId,
  person,
  plan,
  sms,
  states,
  template,
  withMessages,
} from './messages-fixture.ts';

withMessages();

const take = (channel: 'hl7v2' | 'csv', content: string) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, {
      channel,
      format:
        channel === 'hl7v2'
          ? hl7v2(intake)
          : csvPart(intake.fhir, intake.csv, { kind: 'patient', line: 2, encoding: 'utf-8' }),
      content: Buffer.from(content),
    }),
  );

/** Every way in which a death arrives. */
const deaths: Readonly<Record<string, () => Promise<unknown>>> = {
  'FHIR, as a date': () => db.send(bundle('batch', person({ deceasedDateTime: inDays(-1) }))),
  'FHIR, without a date': () => db.send(bundle('batch', person({ deceasedBoolean: true }))),
  'HL7 v2': () =>
    take(
      'hl7v2',
      [
        'MSH|^~\\&|HIS|H1|NODP|N|20260601||ADT^A08|1|P|2.5.1||||||UNICODE UTF-8',
        'EVN|A08|20260601',
        [
          'PID',
          '1',
          '',
          `${key}^^^^MR`,
          '',
          '王^小明',
          '',
          '19491231',
          'M',
          ...Array(20).fill(''),
          '20260601',
          'Y',
        ].join('|'),
      ].join('\r'),
    ),
  CSV: () =>
    take(
      'csv',
      `patient_id,name,sex,birth_date,vital_status,death_date\n${key},王小明,male,1949-12-31,dead,2026-06-01\n`,
    ),
  'a contact’s outcome': () => outcome({ outcome: 'DIED', died: '2026-06' }),
  'the register of deaths': () =>
    createDeathsEndpoint({ database: db.database, intake, cipher })(
      new Request('http://localhost/deaths', {
        method: 'POST',
        headers: { 'x-nodp-csrf': '1' },
        body: `name,national_id,birth_date,death_date,cause\n王小明,${number},1949-12-31,${inDays(-1)},C34.1\n`,
      }),
      { principal: coordinator, requestId: 'test', callerRequestId: null } as never,
    ),
  'being joined to a patient who died': async () => {
    await db.send(patient(`n${key}`, { deceasedDateTime: inDays(-1) }));
    await db.send(
      person({ link: [{ type: 'replaced-by', other: { reference: `Patient/n${key}` } }] }),
    );
    const [joined] =
      await db.owner`select patient_id from patients.patient_source where source_id = ${`n${key}`}`;
    becamePatient(joined?.patient_id);
  },
};

test.each(Object.keys(deaths))('no letter to the dead: a death by %s', async (way) => {
  await plan(template());
  await plan(sms(), { sendOn: inDays(30) });
  answerWith(() => ({ status: 503 }));
  await deliver();
  await deaths[way]?.();
  const dead = { state: 'CANCELLED', reason: 'DEATH', holds: false };
  expect(await states()).toMatchObject([dead, dead]);
  expect(
    await db.count('followup.questionnaire', `patient_id = '${patientId}' and state = 'OPEN'`),
  ).toBe(0);
  const { data } = await ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { followupPlans { status closedAt } messages { state } } } }`,
    { r: [{ __typename: 'Patient', id: encodeId('Patient', patientId) }] },
  );
  expect(data._entities[0].followupPlans).toEqual([
    { status: 'active', closedAt: expect.any(String) },
  ]);
  heard.length = 0;
  await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
  expect(await deliver()).toMatchObject({ sent: 0 });
  expect(heard).toEqual([]);
  const [row] =
    await db.owner`select patient_id, id from followup.message where patient_id = ${patientId} limit 1`;
  const id = encodeId('Message', row?.patient_id, row?.id);
  for (const what of ['SEND_AGAIN', 'SENT_BY_HAND'])
    expect((await act(id, what)).message).toBeNull();
  const [same] = await db.owner`select id from followup.contact where patient_id = ${patientId}`;
  expect(
    (await plan(template(), { about: encodeId('FollowupContact', patientId, same?.id) })).problem
      .en,
  ).toContain('died');
});

test('no letter to the dead: a death while a delivery runs waits for the one message under way, and nothing follows', async () => {
  await plan(template());
  let taken: () => void = () => {};
  const underWay = new Promise<void>((done) => {
    taken = done;
  });
  let let_: () => void = () => {};
  const held = new Promise<void>((done) => {
    let_ = done;
  });
  answerWith(async () => {
    taken();
    await held;
    return { status: 202 };
  });
  const delivering = deliver();
  await underWay;
  // Planned and due after the job read its list, and one that another job would find.
  await plan(sms());
  let noted = false;
  const death = db.send(bundle('batch', person({ deceasedDateTime: inDays(0) }))).then(() => {
    noted = true;
  });
  await expect
    .poll(
      async () =>
        (
          await db.owner`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
        )[0]?.n,
    )
    .toBeGreaterThan(0);
  // Another job, while the death waits: it passes over what the death holds.
  const other = deliver();
  expect(noted).toBe(false);
  let_();
  await Promise.all([delivering, death, other]);
  const told = (await states()).map(({ state }) => state);
  // What was handed over before the death was on record stays sent.
  expect(told[0]).toBe('SENT');
  const before = heard.length;
  await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
  await deliver();
  expect(heard).toHaveLength(before);
  expect((await states()).every(({ state }) => state !== 'WAITING')).toBe(true);
});

test('no letter to the dead: what is planned while a death is being noted is refused', async () => {
  const planned = await db.owner.begin(async (transaction) => {
    await transaction`update patients.patient set vital_status = 'DEAD' where patient_id = ${patientId}`;
    const begun = plan(template());
    await expect
      .poll(
        async () =>
          (
            await db.owner`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
          )[0]?.n,
      )
      .toBe(1);
    return { begun };
  });
  expect((await planned.begun).problem.en).toContain('died');
  expect(await states()).toEqual([]);
});
