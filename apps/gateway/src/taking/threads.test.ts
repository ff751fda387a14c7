import { isUnavailable } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import type { IngestResult } from '@nodp/intake';
import { messagesTogether } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../../../tests/intake/examples.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { fromFailure, toFailure } from './messages.ts';
import { type Handed, takingHere } from './taking.ts';
import { type TakingThreads, takingThreads } from './threads.ts';

let db: TestDatabase;
let threads: TakingThreads;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  threads = takingThreads({ applicationUrl: db.applicationUrl, identityKey, atOnce: 2 }, 1);
});
afterAll(async () => {
  await threads.end();
  await db.end();
});

const handed = (content: unknown, more: Partial<Handed> = {}): Handed => ({
  principal: everyone.SYSTEM,
  origin: { requestId: 'threads', operation: 'POST /fhir' },
  channel: 'fhir',
  content: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  request: {},
  ...more,
});

/** Without what differs from one submission to the next. */
const said = ({ submissionId: _, ...rest }: IngestResult) => rest;

const course = (id: string) =>
  bundle(
    'batch',
    patient(id),
    cancer(`${id}-c`, `urn:uuid:${id}`),
    haemoglobin(`${id}-h`, `urn:uuid:${id}`, 12.3, '2020-01-01'),
    haemoglobin(`${id}-x`, `urn:uuid:${id}`, 12.3, '2020-02-30'),
  );

test('what a thread answers is what this thread answers, issues and all', async () => {
  const here = takingHere(db.database, clinicalIntake(identityKey));
  const [apart, at] = [
    await threads.take(handed(course('a'))),
    await here.take(handed(course('a'))),
  ];
  expect(apart.status).toBe('partial');
  expect(said(apart).issues).toEqual(said(at).issues);
  // Sent again, here: it was written there.
  expect(at.entries.map(({ outcome }) => outcome)).toEqual([
    ...['unchanged', 'unchanged', 'unchanged', 'refused'],
  ]);
  expect(said(await threads.take(handed(course('a'))))).toEqual(said(at));
});

test('messages are taken in together, in their order', async () => {
  const message = (n: number, value: string) =>
    [
      `MSH|^~\\&|LIS|H1|||2026080112000${n}||ORU^R01|T${n}|P|2.5.1||||||UNICODE UTF-8`,
      'PID|1||M1^^^H1^MR||王^一||19600102|F',
      'OBR|1||F1|CBC^血常规^L|||20260801',
      `OBX|1|NM|718-7^血红蛋白^LN||${value}|g/L|115-150||||F`,
    ].join('\r');
  const { content, lengths } = messagesTogether(
    [message(1, '120'), 'MSH|garbled', message(2, '121')].map((text) => Buffer.from(text)),
  );
  const parts = await threads.takeTogether({
    ...handed('', { channel: 'hl7v2', content, request: { lengths } }),
    origins: ['t1', 't2', 't3'].map((requestId) => ({ requestId })),
  });
  expect(parts.map((part) => ('failed' in part ? 'failed' : part.status))).toEqual([
    ...['accepted', 'refused', 'accepted'],
  ]);
});

test('what fails in a thread fails here, and the thread goes on', async () => {
  // Row-level security lets nobody else write a submission.
  const reader = handed(course('b'), { principal: everyone.CLINICIAN });
  await expect(threads.take(reader)).rejects.toThrow('row-level security');
  expect((await threads.take(handed(course('b')))).status).toBe('partial');
  expect(threads.begun).toBe(1);
});

test('a database that is away is told from anything else', () => {
  const away = Object.assign(new Error('no connection'), { code: 'CONNECTION_CLOSED' });
  expect(isUnavailable(fromFailure(structuredClone(toFailure(away))))).toBe(true);
  expect(isUnavailable(fromFailure(structuredClone(toFailure(new Error('no')))))).toBe(false);
});

test('who sends when all has ended is told so', async () => {
  const more = takingThreads({ applicationUrl: db.applicationUrl, identityKey, atOnce: 1 }, 1);
  const under = more.take(handed(course('c')));
  const refused = expect(under).rejects.toThrow('A thread of intake ended');
  await more.end();
  await refused;
  await expect(more.take(handed(course('c')))).rejects.toThrow('The platform stops.');
});
