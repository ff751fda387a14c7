import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identityCipher } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hospitals, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { outbound } from '../outbound.ts';
import { signatureOf } from './signature.ts';
import { webhooksJob } from './webhooks-job.ts';

let db: TestDatabase;
let owner: postgres.Sql;
let server: Server;
let url: string;
let answer = 204;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    heard.push({ headers: request.headers, body });
    response.writeHead(answer).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  server.close();
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  heard.length = 0;
  answer = 204;
  await owner`delete from basic.webhook_delivery`;
  await owner`delete from basic.webhook`;
});

const hook = async (events: string[], institution: string = hospitals.here) => {
  const id = uuidv7();
  const sealed = Buffer.from(identityCipher({ identityKey }).seal(secret)).toString('base64');
  await owner`insert into basic.webhook (id, institution_id, url, events, secret, created_by)
    values (${id}, ${institution}, ${url}, ${events}, ${sealed}, 'test')`;
  return id;
};
const run = (inner: readonly string[] = ['127.0.0.1']) =>
  webhooksJob(db.ownerUrl, identityKey, outbound(inner)).run({
    id: 'j',
    parameters: {},
    requestedBy: 'test',
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  });
const tell = (event: string, about: object, institution: string = hospitals.here) =>
  owner`select basic.tell(${institution}, ${event}, ${owner.json(about as never)})`;
const rows = () => owner`select * from basic.webhook_delivery order by occurred_at`;

test('a message is signed, holds ids alone, and is taken once', async () => {
  await hook(['patient.moved']);
  await tell('patient.moved', { from: uuidv7(), patient: uuidv7() });
  await tell('record.held', { heldRecord: uuidv7(), submission: uuidv7() });
  expect(await run()).toEqual({ sent: 1, failed: 0 });
  expect(heard).toHaveLength(1);
  const { headers, body } = heard[0] ?? { headers: {}, body: '' };
  expect(JSON.parse(body)).toEqual({
    type: 'patient.moved',
    timestamp: expect.any(String),
    data: { from: expect.stringMatching(/^pat_/), patient: expect.stringMatching(/^pat_/) },
  });
  const seconds = Number(headers['webhook-timestamp']);
  expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(60);
  expect(headers['webhook-signature']).toBe(
    signatureOf(secret, String(headers['webhook-id']), seconds, body),
  );
  expect(await run()).toEqual({ sent: 0, failed: 0 });
});

test('the signature is that of Standard Webhooks', () => {
  // The example of the specification (standard-webhooks 1.0.0).
  const example = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  expect(
    signatureOf(example, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}'),
  ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('what is not taken is sent again later, and in the end given up', async () => {
  await hook(['record.held']);
  await tell('record.held', { heldRecord: uuidv7(), submission: uuidv7() });
  answer = 500;
  expect(await run()).toEqual({ sent: 0, failed: 1 });
  expect((await rows())[0]).toMatchObject({
    attempts: 1,
    problem: 'It was answered with 500.',
    dead_at: null,
  });
  expect(await run()).toEqual({ sent: 0, failed: 0 });
  for (let attempt = 2; attempt <= 8; attempt++) {
    await owner`update basic.webhook_delivery set next_at = now()`;
    expect(await run()).toEqual({ sent: 0, failed: 1 });
  }
  const [dead] = await rows();
  expect(dead).toMatchObject({ attempts: 8, next_at: null });
  expect(dead?.dead_at).not.toBeNull();
});

test('an inner address is not sent to, and a redirection is not followed', async () => {
  await hook(['record.held']);
  await tell('record.held', { heldRecord: uuidv7(), submission: uuidv7() });
  expect(await run([])).toEqual({ sent: 0, failed: 1 });
  expect(heard).toHaveLength(0);
  expect((await rows())[0]?.problem).toContain('inner network');
  answer = 302;
  await owner`update basic.webhook_delivery set next_at = now()`;
  expect(await run()).toEqual({ sent: 0, failed: 1 });
  expect(heard).toHaveLength(1);
});

test('nobody is told of another institution’s, of what was not chosen, or after the end', async () => {
  await hook(['record.held'], hospitals.there);
  const ended = await hook(['record.held']);
  await tell('alert.opened', { patient: uuidv7(), alert: uuidv7() });
  expect(await rows()).toHaveLength(0);
  await tell('record.held', { heldRecord: uuidv7(), submission: uuidv7() });
  await owner`update basic.webhook set disabled_at = now() where id = ${ended}`;
  expect(await run()).toEqual({ sent: 0, failed: 1 });
  expect(heard).toHaveLength(0);
  expect((await rows()).map(({ dead_at }) => dead_at !== null)).toEqual([true]);
  await tell('record.held', { heldRecord: uuidv7(), submission: uuidv7() });
  expect(await rows()).toHaveLength(1);
});

test('triggers tell of alerts, of held records and of moved patients', async () => {
  await hook(['record.held', 'alert.opened', 'patient.moved']);
  const [patient, other] = [uuidv7(), uuidv7()];
  await owner`insert into basic.care_relationship (institution_id, patient_id) values (${hospitals.here}, ${patient})`;
  await owner`insert into patients.recurrence_alert (patient_id, id, marker, rule_id, rule_version, rose_on, to_on, to_value, unit,
      last_on, explanation, could_be, next)
    values (${patient}, ${uuidv7()}, 'psa', 'psa', 1, '2026-01-01', '2026-01-01', 1, 'ng/mL', '2026-01-01', '[]', '[]', '{}')`;
  await owner`insert into patients.patient_source (institution_id, source_id, patient_id) values (${hospitals.here}, 'p', ${other})`;
  await owner`update patients.patient_source set patient_id = ${patient} where source_id = 'p'`;
  expect((await rows()).map(({ event }) => event).sort()).toEqual([
    'alert.opened',
    'patient.moved',
  ]);
  expect(await run()).toEqual({ sent: 2, failed: 0 });
});
