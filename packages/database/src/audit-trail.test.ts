import { expect, test } from 'vitest';
import { type AuditRecord, auditTrail } from './audit-trail.ts';

const access = (operation: string): AuditRecord => ({
  accountId: 'a',
  role: 'CLINICIAN',
  institutionId: null,
  action: 'read',
  operation,
  patientIds: ['01900000-0000-7000-8000-0000000000aa'],
  requestId: 'r',
  callerRequestId: null,
});

/** A database that confirms when told to. */
const slow = () => {
  const sent: { actions: string[]; confirm: () => void; fail: (error: Error) => void }[] = [];
  const trail = auditTrail((_, params) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const rows = JSON.parse(params[0] as string) as AuditRecord[];
    sent.push({ actions: rows.map((row) => row.operation), confirm: resolve, fail: reject });
    return promise;
  });
  return { trail, sent };
};

const tick = () => new Promise((next) => setImmediate(next));

test('what is reported while a commit is on its way goes together in the next', async () => {
  const { trail, sent } = slow();
  const first = [trail.write(access('a')), trail.write(access('b'))];
  await tick();
  const second = [trail.write(access('c')), trail.write(access('d')), trail.write(access('e'))];
  await tick();
  expect(sent.map((batch) => batch.actions)).toEqual([['a', 'b']]);
  sent[0]?.confirm();
  await Promise.all(first);
  await tick();
  expect(sent.map((batch) => batch.actions)).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
  sent[1]?.confirm();
  await Promise.all(second);
});

test('nothing is confirmed before the database confirms it', async () => {
  const { trail, sent } = slow();
  let confirmed = false;
  const written = trail.write(access('a')).then(() => {
    confirmed = true;
  });
  await tick();
  await tick();
  expect(confirmed).toBe(false);
  sent[0]?.confirm();
  await written;
  expect(confirmed).toBe(true);
});

test('a database that is away fails each record of a batch, and the next is written all the same', async () => {
  const { trail, sent } = slow();
  const lost = Promise.allSettled([trail.write(access('a')), trail.write(access('b'))]);
  await tick();
  const retained = trail.write(access('c'));
  sent[0]?.fail(Object.assign(new Error('disk full'), { code: '53100' }));
  expect((await lost).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  await tick();
  sent[1]?.confirm();
  await expect(retained).resolves.toBeUndefined();
});

test('a record that the database refuses fails alone', async () => {
  const sent: string[][] = [];
  const trail = auditTrail(async (_, params) => {
    const operations = (JSON.parse(params[0] as string) as AuditRecord[]).map((r) => r.operation);
    sent.push(operations);
    if (operations.includes('b')) throw Object.assign(new Error('no uuid'), { code: '22P02' });
  });
  const written = await Promise.allSettled(['a', 'b', 'c'].map((one) => trail.write(access(one))));
  expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(sent).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('what no text can hold is U+FFFD in the audit', async () => {
  const sent: string[] = [];
  const trail = auditTrail(async (_, params) => {
    sent.push((JSON.parse(params[0] as string) as AuditRecord[])[0]?.operation ?? '');
  });
  await trail.write(access('a\u0000\ud83d'));
  expect(sent).toEqual(['a\ufffd\ufffd']);
});
