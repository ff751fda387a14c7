import { type Correction, decide, heldDetail } from '@nodp/intake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyone, hospitals, principal } from '../fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from './examples.ts';
import { intake, type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const as = (accountId: string) => ({ ...everyone.SYSTEM, accountId });

const decideOn = (id: string, decision: Parameters<typeof decide>[3], who = as('manager-1')) =>
  db.database.session(who, (session) => decide(session, intake, id, decision));

const heldOf = async (key: string) => {
  const rows = await db.owner`select id, state, edits, reason, decided_by as "decidedBy", changes
    from basic.held_record where source_id = ${key} order by id`;
  return rows as unknown as {
    id: string;
    state: string;
    edits: string[];
    reason: string | null;
    decidedBy: string | null;
    changes: unknown;
  }[];
};
const states = async (key: string) => (await heldOf(key)).map(({ state }) => state);
const idOf = async (key: string) => (await heldOf(key)).at(-1)?.id ?? '';
const rows = (table: string, key: string) => db.count(table, `source_id = '${key}'`);
const value = (to: string): readonly Correction[] => [{ record: 0, field: 'value', value: to }];

/** 1455 g/L: the decimal point slipped. */
const slipped = (key: string, who: string, grams = 145.5) =>
  haemoglobin(key, `Patient/${who}`, grams, '2020-01-01');

const known = (who: string, more = {}) =>
  db.send(patient(who, { birthDate: '1960-01-01', ...more }));

describe('a record that an edit holds', () => {
  test('is in no clinical table, is told to its sender, and everything else is taken', async () => {
    const sent = await db.send(
      bundle(
        'transaction',
        patient('q1', { birthDate: '1960-01-01' }),
        cancer('q1-c', 'urn:uuid:q1'),
        haemoglobin('q1-h', 'urn:uuid:q1', 145.5, '2020-01-01'),
      ),
    );
    expect(sent.status).toBe('partial');
    expect(sent.entries.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'held']);
    expect(sent.entries[2]?.issues[0]).toMatchObject({
      severity: 'warning',
      edit: 'laboratory-impossible',
      where: 'Bundle.entry[2].resource.valueQuantity',
      message: expect.stringContaining('145.5 g/L may be meant'),
    });
    expect(sent.counts.find((c) => c.resourceType === 'Observation')).toMatchObject({
      created: 0,
      held: 1,
    });
    expect(await rows('patients.observation', 'q1-h')).toBe(0);
    expect(await heldOf('q1-h')).toMatchObject([
      { state: 'HELD', edits: ['laboratory-impossible'] },
    ]);
  });

  test('is held once, however often it is sent', async () => {
    await db.send(slipped('q1-h', 'q1'));
    const again = await db.send(slipped('q1-h', 'q1'));
    expect(again.entries[0]?.outcome).toBe('held');
    expect(await states('q1-h')).toEqual(['HELD']);
  });

  test('a good one frees, and it is counted once', async () => {
    const good = await db.send(slipped('q1-h', 'q1', 14.55));
    expect(good.entries[0]?.outcome).toBe('created');
    expect(await states('q1-h')).toEqual(['REPLACED']);
    expect(await rows('patients.observation', 'q1-h')).toBe(1);
  });

  test('another one that is wrong takes the place of; what stood in the pool stands', async () => {
    await db.send(slipped('q1-h', 'q1', 200));
    await db.send(slipped('q1-h', 'q1', 300));
    expect(await states('q1-h')).toEqual(['REPLACED', 'REPLACED', 'HELD']);
    const [row] = await db.owner`select value from patients.observation where source_id = 'q1-h'`;
    expect(row?.value).toBe(14.55);
  });

  test('of a site that the person’s sex does not have is in no list of tumours, and of another hospital is not seen', async () => {
    await known('q2', { gender: 'male' });
    const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C53.9' }] };
    const sent = await db.send(cancer('q2-c', 'Patient/q2', { code }));
    expect(sent.entries[0]?.outcome).toBe('held');
    expect(await rows('patients.tumour', 'q2-c')).toBe(0);
    const other = principal('SYSTEM', hospitals.there);
    const id = await idOf('q2-c');
    expect(await decideOn(id, { reason: 'not mine to say' }, other)).toEqual({
      outcome: 'unknown',
    });
    expect(
      await db.database.session(other, (session) => heldDetail(session, intake, id)),
    ).toBeNull();
    expect(await states('q2-c')).toEqual(['HELD']);
  });

  test('is taken when who the person is is corrected', async () => {
    await known('q2', { gender: 'female' });
    expect(await states('q2-c')).toEqual(['CLEARED']);
    expect(await rows('patients.tumour', 'q2-c')).toBe(1);
    const [person] =
      await db.owner`select p.leading_site_group as site from patients.patient p join patients.patient_source s using (patient_id) where s.source_id = 'q2'`;
    expect(person?.site).toBe('cervix');
  });
});

describe('correcting', () => {
  test('a value that is still wrong changes nothing; a right one is written with what it follows', async () => {
    await known('m1');
    await db.send(slipped('m1-h', 'm1'));
    const id = await idOf('m1-h');
    const detail = await db.database.session(as('manager-1'), (session) =>
      heldDetail(session, intake, id),
    );
    expect(detail?.records[0]?.fields).toContainEqual(
      expect.objectContaining({ name: 'value', type: 'number', value: '145.5' }),
    );
    expect(detail?.content).toMatchObject({ resourceType: 'Observation', id: 'm1-h' });
    expect(await decideOn(id, { corrections: value('150') })).toMatchObject({ outcome: 'held' });
    expect(await decideOn(id, { corrections: value('much') })).toMatchObject({ outcome: 'unfit' });
    expect(await decideOn(id, { corrections: value('145.5') })).toMatchObject({ outcome: 'unfit' });
    expect(await rows('patients.observation', 'm1-h')).toBe(0);
    expect(await decideOn(id, { corrections: value('14.55') })).toEqual({
      outcome: 'taken',
      state: 'CORRECTED',
    });
    const [row] =
      await db.owner`select value, normal_value as normal from patients.observation where source_id = 'm1-h'`;
    expect(row).toEqual({ value: 14.55, normal: 145.5 });
    expect(await heldOf('m1-h')).toMatchObject([
      {
        state: 'CORRECTED',
        decidedBy: 'manager-1',
        changes: [{ record: 0, field: 'value', from: '145.5', to: '14.55' }],
      },
    ]);
  });

  test('what was corrected stands when the same content is sent again, and gives way to another', async () => {
    const again = await db.send(slipped('m1-h', 'm1'));
    expect(again.entries[0]).toMatchObject({
      outcome: 'unchanged',
      issues: [{ severity: 'information' }],
    });
    expect(await states('m1-h')).toEqual(['CORRECTED']);
    expect(await rows('patients.observation', 'm1-h')).toBe(1);
    await db.send(slipped('m1-h', 'm1', 12));
    expect(await states('m1-h')).toEqual(['REPLACED']);
    // The newest word of the sender is wrong again: nobody decided on it since.
    expect((await db.send(slipped('m1-h', 'm1'))).entries[0]?.outcome).toBe('held');
    expect(await states('m1-h')).toEqual(['REPLACED', 'HELD']);
    const [row] = await db.owner`select value from patients.observation where source_id = 'm1-h'`;
    expect(row?.value).toBe(12);
  });

  test('a look and a decision are audited with the patient', async () => {
    const events = await db.owner`select action, detail ->> 'decision' as decision from basic.audit
      where account_id = 'manager-1' and detail ? 'held' order by number`;
    expect(events.map((e) => [e.action, e.decision])).toEqual([
      ['read', null],
      ['change', 'CORRECTED'],
    ]);
  });
});

describe('overruling', () => {
  test('takes the record as it is, once; a second time it is told who decided', async () => {
    await known('o1');
    await db.send(slipped('o1-h', 'o1'));
    const id = await idOf('o1-h');
    expect(await decideOn(id, { reason: 'Seen in the report: polycythaemia' })).toEqual({
      outcome: 'taken',
      state: 'OVERRULED',
    });
    expect(await decideOn(id, { reason: 'And once more' }, as('manager-2'))).toMatchObject({
      outcome: 'decided',
      held: { state: 'OVERRULED', decidedBy: 'manager-1' },
    });
    expect(await rows('patients.observation', 'o1-h')).toBe(1);
    const again = await db.send(slipped('o1-h', 'o1'));
    expect(again.entries[0]?.outcome).toBe('unchanged');
    expect(await states('o1-h')).toEqual(['OVERRULED']);
  });

  test('of two people at once one decides', async () => {
    await known('o2');
    for (let round = 0; round < 5; round++) {
      const key = `o2-${round}`;
      await db.send(slipped(key, 'o2'));
      const id = await idOf(key);
      const decisions = await Promise.all([
        decideOn(id, { corrections: value('14.55') }, as('manager-1')),
        decideOn(id, { reason: 'True all the same' }, as('manager-2')),
      ]);
      expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['decided', 'taken']);
      expect(await states(key)).toHaveLength(1);
      expect(await rows('patients.observation', key)).toBe(1);
      const [row] = await db.owner`select value from patients.observation where source_id = ${key}`;
      expect(row?.value).toBe(decisions[0]?.outcome === 'taken' ? 14.55 : 145.5);
    }
  });

  test('a good record that is sent while somebody decides: both are answered, and one row stands', async () => {
    await known('o3');
    for (let round = 0; round < 5; round++) {
      const key = `o3-${round}`;
      await db.send(slipped(key, 'o3'));
      const id = await idOf(key);
      const [decision, sent] = await Promise.all([
        decideOn(id, { reason: 'True all the same' }),
        db.database.session(everyone.SYSTEM, (session) => send(session, slipped(key, 'o3', 14.55))),
      ]);
      expect(['taken', 'decided']).toContain(decision.outcome);
      expect(['created', 'updated']).toContain(sent.entries[0]?.outcome);
      expect(await states(key)).toEqual(['REPLACED']);
      const found = await db.owner`select value from patients.observation where source_id = ${key}`;
      expect(found.map((row) => row.value)).toEqual([14.55]);
    }
  });
});
