import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { takeUpLeft } from '../fhir/left-submissions.ts';
import { takeMessage } from './take.ts';
import { header, laboratory, message, pid } from './testing.ts';
import { messageTaker } from './together.ts';

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

const errors: unknown[] = [];
const services = () => ({
  database: db.database,
  intake: clinicalIntake(identityKey),
  onError: (error: unknown) => errors.push(error),
});
const sender = {
  principal: everyone.SYSTEM,
  origin: { requestId: 'r' },
  channel: 'mllp' as const,
  request: {},
};
/** Messages that wait beside each other; what each was answered. */
const together = async (messages: readonly string[]) => {
  const taker = messageTaker(services());
  const answers = messages.map((one) => taker.take(Buffer.from(one), sender));
  expect(taker.waiting).toBe(messages.length);
  const told = await Promise.all(answers);
  expect(taker.waiting).toBe(0);
  return told;
};
const oneByOne = async (messages: readonly string[]) => {
  const told = [];
  for (const one of messages)
    told.push(
      await takeMessage(services(), Buffer.from(one), { ...sender, origin: { requestId: 'r' } }),
    );
  return told;
};
const haemoglobin = (value: number, status = 'F') =>
  `OBX|1|NM|718-7^血红蛋白^LN||${value}|g/L|130-175||||${status}|||20260801`;
const said = (answers: Awaited<ReturnType<typeof together>>) =>
  answers.map(({ code, text, issues }) => `${code} ${text} ${issues.map((i) => i.where).join()}`);
const submissions = async () =>
  (await sql`select count(*)::int as n from basic.submission where status <> 'received'`)[0]?.n;

test('messages that wait are one submission; each has an answer of its own, and errors are its own', async () => {
  const before = await submissions();
  const told = await together([
    laboratory('T1', 't1', haemoglobin(98)),
    'MSH|^~\\&|LIS|H1|||2026||ORU^R01|T2|P|2.5.1\rOBX|1|NM\r',
    'no message at all',
    laboratory('T3', 't2', haemoglobin(97), 'OBX|2|NM|||5|g/L|||||F'),
    laboratory('T1', 't1', haemoglobin(98)),
    laboratory('T4', 't1', haemoglobin(91, 'C')),
  ]);
  expect(said(told)).toEqual([
    'AA 2 created ',
    'AE  PID',
    'AR  MSH',
    'AE 2 created, 1 refused OBX[2]-3',
    'AA 2 unchanged ',
    'AA 1 updated, 1 unchanged ',
  ]);
  expect(await submissions()).toBe(before + 1);
  expect(new Set(told.map(({ submissionId }) => submissionId)).size).toBe(1);
  const rows = await sql`select value::float from patients.observation order by value`;
  expect(rows.map(({ value }) => value)).toEqual([91, 97]);
});

test('what each message wrote is in the audit under its own request', async () => {
  const merge = message(
    header('ADT^A40', 'R4', '20260802120004'),
    pid('r1', '周^一||19510101|M'),
    'MRG|r2^^^H1^MR',
  );
  const messages = [
    laboratory('R1', 'r1', haemoglobin(101)),
    laboratory('R2', 'r2', haemoglobin(102)),
    // The same again changes nothing, and is asked for by somebody.
    laboratory('R3', 'r1', haemoglobin(101)),
    merge,
    'MSH|^~\\&|LIS|H1|||2026||ORU^R01|R5|P|2.5.1\rOBX|1|NM\r',
  ];
  const taker = messageTaker(services());
  const origin = (i: number) => ({ requestId: `own-${i}`, callerRequestId: `theirs-${i}` });
  const told = await Promise.all(
    messages.map((one, i) => taker.take(Buffer.from(one), { ...sender, origin: origin(i) })),
  );
  expect(told.map(({ code }) => code)).toEqual(['AA', 'AA', 'AA', 'AA', 'AE']);
  const rows =
    await sql`select request_id, caller_request_id, operation, patient_ids, detail->>'submissionId' as submission
    from basic.audit where action = 'write' and request_id like 'own-%' order by request_id`;
  expect(rows.map((row) => row.request_id)).toEqual([0, 1, 2, 3, 4].map((i) => `own-${i}`));
  expect(rows.map((row) => row.caller_request_id)).toEqual(
    [0, 1, 2, 3, 4].map((i) => `theirs-${i}`),
  );
  expect(new Set(rows.map((row) => row.operation))).toEqual(new Set(['MLLP']));
  expect(new Set(rows.map((row) => row.submission)).size).toBe(1);
  const [first, second, again, merged, nobody] = rows.map((row) => row.patient_ids as string[]);
  expect([first?.length, second?.length, nobody]).toEqual([1, 1, []]);
  expect(first).not.toEqual(second);
  expect(again).toEqual(first);
  expect(merged?.sort()).toEqual([...(first ?? []), ...(second ?? [])].sort());
});

test('a merge stands between what came before it and what comes after', async () => {
  const admission = (number: string, at: number) =>
    message(header('ADT^A08', `G${at}`, `2026080112000${at}`), pid(number, '赵^六||19550505|M'));
  const merge = message(
    header('ADT^A40', 'G3', '20260801120003'),
    pid('g1', '赵^六||19550505|M'),
    'MRG|g2^^^H1^MR',
  );
  const told = await together([
    admission('g1', 1),
    admission('g2', 2),
    laboratory('G4', 'g2', haemoglobin(111)),
    merge,
    laboratory('G5', 'g2', haemoglobin(112, 'C')),
  ]);
  expect(told.map(({ code }) => code)).toEqual(['AA', 'AA', 'AA', 'AA', 'AA']);
  const rows =
    await sql`select o.value::float, count(*) over ()::int as n from patients.observation o
    join patients.patient p using (patient_id) where p.born_on = '1955-05-05'`;
  expect(rows).toEqual([{ value: 112, n: 1 }]);
});

test('a message on which the database fails is answered so alone, and alone is taken up again, over nothing newer', async () => {
  await sql.unsafe(`create function patients.fail_once() returns trigger language plpgsql as $$
    begin if new.value = 66.6 then raise exception 'made to fail'; end if; return new; end $$;
    create trigger fail_once before insert on patients.observation for each row execute function patients.fail_once()`);
  errors.length = 0;
  const told = await together(
    [90, 66.6, 92, 93, 94].map((value, i) => laboratory(`F${i}`, `f${i}`, haemoglobin(value))),
  );
  expect(told.map(({ code }) => code)).toEqual(['AA', 'AR', 'AA', 'AA', 'AA']);
  expect(told[1]?.issues[0]?.message).toContain('Send it again');
  expect(errors).toHaveLength(1);
  // What was acknowledged beside it is corrected before the failed one is taken up.
  const [corrected] = await together([laboratory('F9', 'f0', haemoglobin(55, 'C'))]);
  expect(corrected?.text).toContain('1 updated');
  await sql.unsafe(
    'drop trigger fail_once on patients.observation; drop function patients.fail_once()',
  );
  await sql`update basic.submission set received_at = received_at - interval '1 hour' where status = 'received'`;
  const taken: string[] = [];
  const { database, intake } = services();
  await takeUpLeft(sql, {
    ...{ ownerUrl: db.ownerUrl, database, intake },
    onTaken: ({ counts }) => taken.push(JSON.stringify(counts)),
    onError: (error) => taken.push(error.message),
  });
  expect(taken).toHaveLength(1);
  expect(JSON.parse(taken[0] ?? '[]')).toMatchObject([
    { resourceType: 'Observation', created: 1, unchanged: 0 },
    { resourceType: 'Patient', created: 1, unchanged: 0 },
  ]);
  const rows =
    await sql`select value::float from patients.observation where value in (90, 55, 66.6)`;
  expect(rows.map(({ value }) => value).sort()).toEqual([55, 66.6]);
});

test('taken together, messages leave what they leave one by one, and are answered the same', async () => {
  const person = fc.integer({ min: 0, max: 2 });
  const minute = fc.integer({ min: 10, max: 14 });
  const sent = fc.oneof(
    fc.record({
      kind: fc.constant('result' as const),
      person,
      value: fc.integer({ min: 90, max: 93 }),
    }),
    fc.record({ kind: fc.constant('withdrawn' as const), person }),
    fc.record({
      kind: fc.constant('admission' as const),
      person,
      minute,
      sex: fc.constantFrom('F', 'M'),
    }),
    fc.record({ kind: fc.constant('merge' as const), person, other: person }),
    fc.record({ kind: fc.constant('broken' as const) }),
  );
  type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never;
  const text = (one: Sent, run: string, n: number): string => {
    const id = `${run}${n}`;
    switch (one.kind) {
      case 'result':
        return laboratory(id, `${run}${one.person}`, haemoglobin(one.value));
      case 'withdrawn':
        return laboratory(id, `${run}${one.person}`, haemoglobin(1, 'D'));
      case 'admission':
        return message(
          header('ADT^A08', id, `202608011200${one.minute}`),
          pid(`${run}${one.person}`, `钱^七||19600102|${one.sex}`),
        );
      case 'merge':
        return message(
          header('ADT^A40', id, '20260801120012'),
          pid(`${run}${one.person}`, '钱^七||19600102|M'),
          `MRG|${run}${one.other}^^^H1^MR`,
        );
      case 'broken':
        return `MSH|^~\\&|LIS|H1|||2026||ORU^R01|${id}|P|2.5.1\rOBX|1|NM\r`;
    }
  };
  const { cipher } = clinicalIntake(identityKey);
  /** What stands of the persons of a run: for each number whose it is, among them, and what is known of that one. */
  const standing = async (run: string) => {
    const hashes = [0, 1, 2].map((n) => cipher.numberHash(`${run}${n}`));
    const rows = await sql`select h.n, p.sex, p.patient_id,
      (select string_agg(o.value::text, ',' order by o.value) from patients.observation o where o.patient_id = p.patient_id) as results
      from unnest(${hashes}::text[]) with ordinality as h(hash, n)
      join patients.identity i on i.number_hashes @> array[h.hash] join patients.patient p using (patient_id) order by h.n, p.sex`;
    const people = [...new Set(rows.map((row) => row.patient_id))];
    return rows.map(({ n, sex, results, patient_id }) => [
      n,
      sex,
      results,
      people.indexOf(patient_id),
    ]);
  };
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 10 }), async (list) => {
      runs++;
      const [a, b] = [`a${runs}x`, `b${runs}x`];
      const first = await oneByOne(list.map((one, n) => text(one, a, n)));
      const second = await together(list.map((one, n) => text(one, b, n)));
      expect(said(second)).toEqual(said(first));
      expect(await standing(b)).toEqual(await standing(a));
    }),
    { numRuns: 25 },
  );
}, 120_000);
