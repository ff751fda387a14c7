import { decide } from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { applyEditsJob } from '../../apps/gateway/src/held/apply-edits-job.ts';
import { editsOutdated, noteEmptyPool } from '../../apps/gateway/src/held/edits-run.ts';
import { everyone } from '../fixtures.ts';
import { cancer, haemoglobin, patient } from './examples.ts';
import { intake, type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());
afterEach(() => {
  vi.useRealTimers();
});

const errors: Error[] = [];
const apply = (signal = new AbortController().signal, batch = 2) =>
  applyEditsJob({
    ...{ ownerUrl: db.ownerUrl, database: db.database, intake, batch },
    onError: (error) => errors.push(error),
  }).run({
    ...{ id: uuidv7(), parameters: {}, requestedBy: 'test', attempt: 1 },
    signal,
    progress: async () => {},
  });

/** What is dated in the future is held today and true then: an edit finds something else than before. */
const at = (day: string) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T04:00:00Z`) });
const LATER = '2039-06-01';
const result = (key: string, who: string, grams = 14.5) =>
  haemoglobin(key, `Patient/${who}`, grams, '2038-01-01');

const states = async (key: string) =>
  (await db.owner`select state from basic.held_record where source_id = ${key} order by id`).map(
    ({ state }) => state,
  );
const rows = (key: string) => db.count('patients.observation', `source_id = '${key}'`);
const known = (...who: string[]) =>
  Promise.all(who.map((one) => db.send(patient(one, { birthDate: '1960-01-01' }))));

test('a pool without patients is noted as examined; one with patients is not', async () => {
  expect(await editsOutdated(db.ownerUrl)).toBe(true);
  await noteEmptyPool(db.ownerUrl);
  expect(await editsOutdated(db.ownerUrl)).toBe(false);
  await db.owner`delete from basic.edits_run`;
  await known('a1', 'a2', 'a3', 'a4', 'a5');
  await noteEmptyPool(db.ownerUrl);
  expect(await editsOutdated(db.ownerUrl)).toBe(true);
});

test('what edits find now and did not when it came is held with its reason and its content; nothing else is touched', async () => {
  at(LATER);
  for (const who of ['a1', 'a2', 'a3', 'a4', 'a5'])
    expect((await db.send(result(`${who}-h`, who))).entries[0]?.outcome).toBe('created');
  await db.send(haemoglobin('a1-good', 'Patient/a1', 13, '2020-01-01'));
  vi.useRealTimers();
  expect(await apply()).toEqual({ held: 5, freed: 0, left: 0 });
  expect(errors).toEqual([]);
  expect(await states('a1-h')).toEqual(['HELD']);
  expect(await rows('a1-h')).toBe(0);
  expect(await rows('a1-good')).toBe(1);
  const [held] =
    await db.owner`select h.reasons, h.edits, s.id = h.submission_id as of_its_submission
    from basic.held_record h join basic.submission s on s.id = h.submission_id where source_id = 'a1-h'`;
  expect(held).toMatchObject({
    edits: ['in-future'],
    of_its_submission: true,
    reasons: [{ edit: 'in-future', reason: { zh: expect.stringContaining('2038-01-01') } }],
  });
  expect(await editsOutdated(db.ownerUrl)).toBe(false);
});

test('a second run holds nothing twice, and what was held is audited as written', async () => {
  expect(await apply()).toEqual({ held: 0, freed: 0, left: 0 });
  expect(await states('a1-h')).toEqual(['HELD']);
  const events = await db.owner`select 1 from basic.audit
    where operation = 'job apply-edits' and action = 'write'`;
  expect(events).toHaveLength(5);
});

test('what edits find no more is taken, as it was sent', async () => {
  at(LATER);
  expect(await apply()).toEqual({ held: 0, freed: 5, left: 0 });
  vi.useRealTimers();
  expect(await states('a1-h')).toEqual(['CLEARED']);
  expect(await rows('a1-h')).toBe(1);
  // Held again by the edits of today.
  expect(await apply()).toEqual({ held: 5, freed: 0, left: 0 });
});

test('a tumour is held when who the person is was corrected after it came, and the patient’s site with it', async () => {
  await db.send(patient('w1', { birthDate: '1960-01-01', gender: 'female' }));
  const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C53.9' }] };
  await db.send(cancer('w1-c', 'Patient/w1', { code }));
  await db.send(patient('w1', { birthDate: '1960-01-01', gender: 'male' }));
  expect(await db.count('patients.tumour', `source_id = 'w1-c'`)).toBe(1);
  expect(await apply()).toMatchObject({ held: 1 });
  expect(await db.count('patients.tumour', `source_id = 'w1-c'`)).toBe(0);
  const [person] = await db.owner`select p.leading_site_group as site from patients.patient p
    join patients.patient_source s using (patient_id) where s.source_id = 'w1'`;
  expect(person?.site).toBeNull();
});

test('what somebody decided stands', async () => {
  const [held] =
    await db.owner`select id from basic.held_record where source_id = 'a2-h' and state = 'HELD'`;
  const decided = await db.database.session(everyone.SYSTEM, (session) =>
    decide(session, intake, held?.id, { reason: 'The clock of the analyser is right' }),
  );
  expect(decided).toMatchObject({ outcome: 'taken' });
  expect(await apply()).toMatchObject({ held: 0, left: 0 });
  expect(await rows('a2-h')).toBe(1);
  expect(await states('a2-h')).toEqual(['CLEARED', 'OVERRULED']);
});

test('a newer content that is held stays the one that is held; the older one leaves the pool', async () => {
  await known('n1');
  at(LATER);
  await db.send(result('n1-h', 'n1'));
  vi.useRealTimers();
  await db.send(result('n1-h', 'n1', 145.5));
  expect(await apply()).toMatchObject({ held: 1 });
  expect(await rows('n1-h')).toBe(0);
  const found = await db.owner`select state, edits from basic.held_record where source_id = 'n1-h'`;
  expect(found).toMatchObject([{ state: 'HELD', edits: ['in-future', 'laboratory-impossible'] }]);
});

test('a run that is cancelled goes on after its last batch', async () => {
  await known('c1', 'c2', 'c3', 'c4', 'c5', 'c6');
  at(LATER);
  for (const who of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) await db.send(result(`${who}-h`, who));
  vi.useRealTimers();
  const control = new AbortController();
  let batches = 0;
  const job = applyEditsJob({
    ...{ ownerUrl: db.ownerUrl, database: db.database, intake, batch: 2 },
    onError: (error) => errors.push(error),
  });
  const cancelled = job.run({
    ...{ id: uuidv7(), parameters: {}, requestedBy: 'test', attempt: 1 },
    signal: control.signal,
    progress: async (step) => {
      if (step === 'EXAMINING' && ++batches === 6) control.abort();
    },
  });
  await expect(cancelled).rejects.toThrow();
  const before = await db.count('basic.held_record', `source_id ~ '^c\\d-h$'`);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(6);
  expect(await editsOutdated(db.ownerUrl)).toBe(true);
  expect(await apply()).toMatchObject({ held: 6 });
  expect(await db.count('basic.held_record', `source_id ~ '^c\\d-h$' and state = 'HELD'`)).toBe(6);
  expect(await editsOutdated(db.ownerUrl)).toBe(false);
});

test('of a good record that is sent while the pool is examined, the good one stands', async () => {
  await known('r1');
  for (let round = 0; round < 4; round++) {
    const key = `r1-${round}`;
    at(LATER);
    await db.send(result(key, 'r1'));
    vi.useRealTimers();
    await Promise.all([
      apply(),
      db.database.session(everyone.SYSTEM, (session) =>
        send(session, haemoglobin(key, 'Patient/r1', 14.5, '2020-01-01')),
      ),
    ]);
    const found =
      await db.owner`select (at at time zone 'Asia/Shanghai')::date::text as day from patients.observation where source_id = ${key}`;
    expect(found.map(({ day }) => day)).toEqual(['2020-01-01']);
    expect((await states(key)).filter((state) => state === 'HELD')).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('records without their raw content are told as left', async () => {
  await known('l1');
  at(LATER);
  await db.send(result('l1-h', 'l1'));
  vi.useRealTimers();
  await db.owner`delete from basic.payload where sha256 = (select s.sha256 from basic.submission s
    join patients.observation o on o.submission_id = s.id where o.source_id = 'l1-h')`;
  expect(await apply()).toMatchObject({ held: 0, left: 1 });
  expect(await rows('l1-h')).toBe(1);
});
