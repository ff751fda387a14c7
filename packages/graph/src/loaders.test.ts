import { identityCipher, type Session, type Statement } from '@nodp/database';
import { expect, test } from 'vitest';
import { makeContext } from './context.ts';
import { recordByKey, rowByPatient, rowsByPatient } from './loaders.ts';
import { principalOf } from './testing.ts';

interface Row {
  readonly patientId: string;
  readonly id: string;
}
const statement = { text: 'rows', bind: () => [] } as Statement<Row>;
const rows: Row[] = [
  { patientId: 'a', id: '1' },
  { patientId: 'a', id: '2' },
  { patientId: 'b', id: '1' },
];

/** A session that answers every statement with the rows, and notes what it was asked. */
const noting = (answer: readonly Row[] = rows) => {
  const runs: unknown[] = [];
  const audits: unknown[] = [];
  const session = {
    principal: principalOf('CLINICIAN', 'here'),
    requestId: 'r',
    run: async (_: unknown, values: unknown) => {
      runs.push(values);
      return answer;
    },
    audit: async (action: string, patientIds: readonly string[]) => {
      audits.push([action, patientIds]);
    },
  } as unknown as Session;
  const cipher = identityCipher({ identityKey: new Uint8Array(32) });
  const context = makeContext({
    session,
    cipher,
    resources: {},
  });
  return { context, runs, audits };
};

test('patients asked for together are one statement and one audit record', async () => {
  const { context, runs, audits } = noting();
  const loader = context.once(rowsByPatient(statement));
  const found = await Promise.all(['a', 'b', 'c', 'a'].map((id) => loader.load(id)));
  expect(found.map((list) => list.map(({ id }) => id))).toEqual([
    ['1', '2'],
    ['1'],
    [],
    ['1', '2'],
  ]);
  expect(runs).toEqual([{ ids: ['a', 'b', 'c'] }]);
  expect(audits).toEqual([['read', ['a', 'b', 'c']]]);
});

test('several lists of the same patients are one audit record', async () => {
  const { context, runs, audits } = noting();
  const [studies, reports] = [rowsByPatient(statement), rowsByPatient(statement)];
  await Promise.all([context.once(studies).load('a'), context.once(reports).load('a')]);
  await context.once(rowByPatient(statement)).load('a');
  expect(runs).toHaveLength(3);
  expect(audits).toEqual([['read', ['a']]]);
});

test('a loader is made once for a request', async () => {
  const { context, runs } = noting();
  const maker = rowsByPatient(statement);
  await context.once(maker).load('a');
  await context.once(maker).load('a');
  expect(runs).toHaveLength(1);
  expect(noting().context.once(maker)).not.toBe(context.once(maker));
});

test('what a patient has one of is the row or null', async () => {
  const loader = noting([{ patientId: 'a', id: '1' }]).context.once(rowByPatient(statement));
  expect(await Promise.all([loader.load('a'), loader.load('b')])).toEqual([
    { patientId: 'a', id: '1' },
    null,
  ]);
});

test('records are told apart by patient and id', async () => {
  const { context, runs, audits } = noting();
  const loader = context.once(recordByKey(statement));
  const asked = [
    { patientId: 'b', id: '1' },
    { patientId: 'a', id: '2' },
    { patientId: 'b', id: '2' },
    { patientId: 'a', id: '2' },
  ];
  expect(await Promise.all(asked.map((key) => loader.load(key)))).toEqual([
    rows[2],
    rows[1],
    null,
    rows[1],
  ]);
  expect(runs).toEqual([{ patients: ['b', 'a', 'b'], ids: ['1', '2', '2'] }]);
  expect(audits).toEqual([['read', ['b', 'a']]]);
});

test('an access that cannot be recorded shows nothing', async () => {
  const { context } = noting();
  (context.session as { audit: unknown }).audit = async () => {
    throw new Error('the audit is full');
  };
  await expect(context.once(rowsByPatient(statement)).load('a')).rejects.toThrow(
    'the audit is full',
  );
  await expect(
    context.once(recordByKey(statement)).load({ patientId: 'a', id: '1' }),
  ).rejects.toThrow('the audit is full');
});
