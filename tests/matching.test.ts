import { principalOf } from '@nodp/graph/testing';
import { matchJob } from '@nodp/subgraph-patients/jobs';
import { expect, test } from 'vitest';
import { bundle, cancer, visit } from './intake/examples.ts';
import {
  ask,
  db,
  decide,
  here,
  idOf,
  key,
  LIST,
  listed,
  manager,
  national,
  numberOf,
  person,
  samePerson,
  second,
  sendAs,
  sent,
  stateOf,
  there,
  wang,
  withMatching,
} from './matching-fixture.ts';

withMatching();

test('one person of two hospitals without a number on one side is joined, and neither may read the other’s record', async () => {
  const one = await sent(here, 'a-1', { ...wang, number: numberOf(102) });
  const two = await sent(there, 'a-2', { ...wang, name: '欧阳雨彤' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'LINKED', held: null });
  expect(await samePerson(one, two)).toBe(true);
  await sendAs(
    there,
    bundle(
      'transaction',
      person('a-2', wang),
      cancer('a-c', 'urn:uuid:a-2'),
      visit('a-v', 'urn:uuid:a-2'),
    ),
  );
  // Evidence of care opens nothing either: there is no claim by a number.
  const page = 'query ($id: ID!) { patient(id: $id) { sex } }';
  for (const [who, whose, finds] of [
    [principalOf('CLINICIAN', here), one, true],
    [principalOf('CLINICIAN', here), two, false],
    [principalOf('CLINICIAN', there), two, true],
    [principalOf('CLINICIAN', there), one, false],
  ] as const)
    expect((await ask(who, page, { id: idOf(whose) })).data.patient !== null).toBe(finds);
  const [care] =
    await db.owner`select count(*)::int as n from basic.care_relationship where patient_id in (${one}, ${two})`;
  expect(care?.n).toBe(2);
});

test('a sender is answered the same whether the person is known or not', async () => {
  await sent(here, 'k-1', { ...wang, name: '上官婉如', phone: '13900139001' });
  const known = await sendAs(
    there,
    person('k-2', { ...wang, name: '上官婉如', phone: '13900139001' }),
  );
  const unknown = await sendAs(
    there,
    person('k-3', { ...wang, name: '司马相宜', born: '1944-02-03', phone: '13700137001' }),
  );
  const plain = (result: typeof known) =>
    JSON.stringify({ ...result, submissionId: '' })
      .replaceAll(/k-\d/g, 'k')
      .replaceAll(/"contentHash":"\w+"/g, '');
  expect(plain(known)).toBe(plain(unknown));
});

test('two valid numbers that differ are two persons, whatever else agrees', async () => {
  const one = await sent(here, 'n-1', { ...wang, name: '诸葛晓雯', number: numberOf(122) });
  const two = await sent(there, 'n-2', { ...wang, name: '诸葛晓雯', number: numberOf(104) });
  expect(await stateOf(one, two)).toBeUndefined();
  expect(await samePerson(one, two)).toBe(false);
});

test('twins without numbers are shown to a data manager, who keeps them apart; the look and the decision are audited', async () => {
  const one = await sent(here, 't-1', { ...wang, name: '尉迟建国', gender: 'male' });
  const two = await sent(here, 't-2', { ...wang, name: '尉迟建军', gender: 'male' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'REVIEW' });
  const [pair] = await listed(manager, 'WAITING', one, two);
  expect(pair).toMatchObject({ state: 'REVIEW', acrossInstitutions: false });
  const names = pair.evidence.map(
    ({ part, level }: { part: string; level: string }) => `${part} ${level}`,
  );
  expect(names).toContain('NAME NEAR');
  expect(names).toContain('CONTACT BOTH');
  const { data } = await ask(
    manager,
    'query ($a: ID!, $b: ID!) { matchedPersons(first: $a, second: $b) { name birthDate phoneMasked address } }',
    { a: idOf(one), b: idOf(two) },
  );
  expect(data.matchedPersons.map(({ name }: { name: string }) => name).sort()).toEqual([
    '尉迟建军',
    '尉迟建国',
  ]);
  expect(data.matchedPersons[0].phoneMasked).toBe('*******8001');
  expect(await decide(manager, one, two, 'APART', 'Twins.')).toBe('DONE');
  expect(await samePerson(one, two)).toBe(false);
  // Sent again with another telephone: what was decided stands.
  await sent(here, 't-2', { ...wang, name: '尉迟建军', gender: 'male', phone: '13800138002' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'APART' });
  const audit = await db.owner`select action, detail from basic.audit
    where patient_ids @> ${[one, two]}::uuid[] and account_id = ${manager.accountId} order by at`;
  expect(audit.map(({ action }) => action)).toEqual([
    'audit-read',
    'audit-read',
    'change',
    'unlink',
  ]);
  expect(audit.at(-1)?.detail).toMatchObject({ decision: 'APART', reason: 'Twins.' });
});

test('a pair of two hospitals is shown to national data managers alone', async () => {
  const one = await sent(here, 'x-1', { ...wang, name: '慕容秋水' });
  const two = await sent(there, 'x-2', { ...wang, name: '慕容秋菊' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'REVIEW' });
  for (const who of [manager, principalOf('DATA_MANAGER', there)]) {
    expect(await listed(who, 'WAITING', one, two)).toEqual([]);
    expect(await decide(who, one, two, 'JOIN')).toBe('REFUSED');
    const said = await ask(
      who,
      'query ($a: ID!, $b: ID!) { matchedPersons(first: $a, second: $b) { name } }',
      {
        a: idOf(one),
        b: idOf(two),
      },
    );
    expect(said.data.matchedPersons).toEqual([]);
  }
  expect(await listed(national, 'WAITING', one, two)).toHaveLength(1);
});

/** Every row of every table that has a patient, but for the pairs, who is linked, and the audit. */
const everyRow = async (): Promise<Record<string, unknown>> => {
  const tables = await db.owner`
    select format('%I.%I', c.table_schema, c.table_name) as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'patient_id' and t.table_type = 'BASE TABLE'
      and c.table_schema in ('patients', 'specimens', 'imaging', 'followup', 'basic') and c.table_name <> 'person_link' order by 1`;
  expect(tables.length).toBeGreaterThan(15);
  const rows: Record<string, unknown> = {};
  for (const { name } of tables)
    rows[name] = (
      await db.owner.unsafe(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`)
    ).map(({ row }) => row);
  return rows;
};

test('joined by hand, and taken apart again: every row is as it was', async () => {
  const one = await sent(here, 'u-1', { ...wang, name: '皇甫静怡' });
  const two = await sent(there, 'u-2', { ...wang, name: '皇甫静美' });
  await sendAs(
    there,
    bundle(
      'transaction',
      person('u-2', { ...wang, name: '皇甫静美' }),
      cancer('u-c', 'urn:uuid:u-2'),
    ),
  );
  const links = () => db.owner`select patient_id, person_id from patients.person_link order by 1`;
  const [before, linked] = [await everyRow(), [...(await links())]];
  expect(await decide(national, one, two, 'JOIN', 'The same person: compared with the card.')).toBe(
    'DONE',
  );
  expect(await samePerson(one, two)).toBe(true);
  expect(await everyRow()).toEqual(before);
  expect(await decide(national, one, two, 'UNDO')).toBe('DONE');
  expect(await everyRow()).toEqual(before);
  expect([...(await links())]).toEqual(linked);
  expect(await stateOf(one, two)).toMatchObject({ state: 'REVIEW', held: null });
  expect(await samePerson(one, two)).toBe(false);
});

test('what was joined unseen is taken apart by a data manager, and stays so', async () => {
  const one = await sent(here, 'l-1', { ...wang, name: '令狐冲霄' });
  const two = await sent(here, 'l-2', { ...wang, name: '令狐冲霄' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'LINKED' });
  const before = await everyRow();
  expect(await decide(manager, one, two, 'APART')).toBe('DONE');
  expect(await samePerson(one, two)).toBe(false);
  expect(await everyRow()).toEqual(before);
  await matchJob(db.ownerUrl, key).run({
    parameters: {},
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  } as never);
  expect(await stateOf(one, two)).toMatchObject({ state: 'APART' });
});

test('nobody is joined through a third: A with B and B with C, where C is not A', async () => {
  const a = await sent(here, 'c-1', { ...wang, name: '宇文思远', number: numberOf(106) });
  const b = await sent(there, 'c-2', { ...wang, name: '宇文思远' });
  const c = await sent(here, 'c-3', { ...wang, name: '宇文思远', number: numberOf(108) });
  const together = [await samePerson(a, b), await samePerson(b, c), await samePerson(a, c)];
  expect(together.filter(Boolean)).toHaveLength(1);
  expect(together[2]).toBe(false);
  const [ab, bc] = [await stateOf(a, b), await stateOf(b, c)];
  expect([ab?.state, bc?.state]).toEqual(['LINKED', 'LINKED']);
  expect([ab?.held, bc?.held].filter((held) => held === 'CHAIN')).toHaveLength(1);
  // Held, it waits for a data manager.
  expect([
    ...(await listed(national, 'WAITING', a, b)),
    ...(await listed(national, 'WAITING', b, c)),
  ]).toHaveLength(1);
});

test('a join is parted by itself when a number comes that another person has', async () => {
  const one = await sent(here, 'd-1', { ...wang, name: '独孤明月', number: numberOf(110) });
  const two = await sent(there, 'd-2', { ...wang, name: '独孤明玥' });
  expect(await samePerson(one, two)).toBe(true);
  await sent(there, 'd-2', { ...wang, name: '独孤明玥', number: numberOf(112) });
  expect(await samePerson(one, two)).toBe(false);
  expect(await stateOf(one, two)).toBeUndefined();
  expect(await decide(national, one, two, 'JOIN')).toBe('REFUSED');
});

test('a join is taken back where what is said now is less sure', async () => {
  const one = await sent(here, 'e-1', { ...wang, name: '濮阳若兰' });
  const two = await sent(there, 'e-2', { ...wang, name: '濮阳若兰' });
  expect(await samePerson(one, two)).toBe(true);
  await sent(there, 'e-2', { ...wang, name: '濮阳若冰' });
  expect(await stateOf(one, two)).toMatchObject({ state: 'REVIEW' });
  expect(await samePerson(one, two)).toBe(false);
});

test('where joins across institutions need two, one data manager proposes and another agrees', async () => {
  const setting = 'mutation ($w: Boolean!) { requireFourEyes(wanted: $w) }';
  expect((await ask(manager, setting, { w: true })).data.requireFourEyes).toBe(false);
  expect((await ask(national, setting, { w: true })).data.requireFourEyes).toBe(true);
  const one = await sent(here, 'f-1', { ...wang, name: '东方未明' });
  const two = await sent(there, 'f-2', {
    ...wang,
    name: '东方为明',
    born: '1961-07-30',
    phone: '13511112222',
  });
  expect(await stateOf(one, two)).toMatchObject({ state: 'REVIEW' });
  expect(await decide(national, one, two, 'JOIN')).toBe('PROPOSED');
  expect(await samePerson(one, two)).toBe(false);
  expect(await decide(national, one, two, 'JOIN')).toBe('SAME_ACCOUNT');
  expect(await decide(second, one, two, 'JOIN')).toBe('DONE');
  expect(await samePerson(one, two)).toBe(true);
  // Within an institution one is enough.
  const mine = await sent(here, 'f-3', { ...wang, name: '钟离春晓' });
  const also = await sent(here, 'f-4', { ...wang, name: '钟离春花' });
  expect(await decide(manager, mine, also, 'JOIN')).toBe('DONE');
  await ask(national, setting, { w: false });
});

test('the pool matched with itself finds what intake found, and goes on where it was broken off', async () => {
  const pairs = () =>
    db.owner`select low_id, high_id, state, held from patients.match_pair where state in ('LINKED', 'REVIEW') order by 1, 2`;
  const [before, links] = [
    [...(await pairs())],
    [...(await db.owner`select * from patients.person_link order by 1`)],
  ];
  expect(before.length).toBeGreaterThan(5);
  await db.owner`delete from patients.match_key`;
  await db.owner`delete from patients.match_pair where state in ('LINKED', 'REVIEW')`;
  await db.owner`delete from patients.person_link`;
  const ended = new AbortController();
  const steps: string[] = [];
  const { matchPool, matchingOutdated } = await import('../subgraphs/patients/src/matching/run.ts');
  const broken = matchPool(db.ownerUrl, key, {
    batch: 3,
    signal: ended.signal,
    onProgress: (step: string) => {
      steps.push(step);
      if (step === 'COMPARING') ended.abort();
    },
  });
  await expect(broken).rejects.toThrow('abort');
  expect(await matchingOutdated(db.ownerUrl)).toBe(true);
  const again: string[] = [];
  const done = await matchPool(db.ownerUrl, key, {
    batch: 3,
    signal: new AbortController().signal,
    onProgress: (step: string) => again.push(step),
  });
  expect(steps).toContain('KEYS');
  expect(again).not.toContain('KEYS');
  expect(done.candidates).toBeGreaterThan(before.length);
  expect(await matchingOutdated(db.ownerUrl)).toBe(false);
  expect([...(await pairs())]).toEqual(before);
  expect([...(await db.owner`select * from patients.person_link order by 1`)]).toEqual(links);
});

test('no name, number or key in clear is stored beside the identity', async () => {
  const rows = await db.owner`select to_jsonb(k)::text as row from patients.match_key k
    union all select to_jsonb(p)::text from patients.match_pair p union all select to_jsonb(t)::text from patients.match_term t`;
  for (const { row } of rows)
    for (const word of ['欧阳', 'ouyang', '13800138001', numberOf(102)])
      expect(row).not.toContain(word);
});

test('the list is read page by page', async () => {
  const { data } = await ask(national, LIST, { v: 'JOINED', n: 1 });
  const { edges, pageInfo } = data.matchPairs;
  expect(pageInfo.hasNextPage).toBe(true);
  const next = await ask(national, LIST, { v: 'JOINED', n: 100, a: pageInfo.endCursor });
  const ids = (page: typeof edges) =>
    page.map(
      ({ node }: { node: { first: { id: string }; second: { id: string } } }) =>
        `${node.first.id} ${node.second.id}`,
    );
  expect(ids(next.data.matchPairs.edges)).not.toContain(ids(edges)[0]);
  const all = await ask(national, LIST, { v: 'JOINED', n: 100 });
  expect(ids(all.data.matchPairs.edges)).toEqual([
    ...ids(edges),
    ...ids(next.data.matchPairs.edges),
  ]);
});

test('keys that hundreds share say nothing at intake either: who is sure is still found, and few are compared', async () => {
  const crowd = { name: '慕容千羽', born: '1957-07-19' };
  const ward = (from: number, to: number) =>
    bundle(
      'batch',
      ...Array.from({ length: to - from }, (_, i) => person(`crowd-${from + i}`, crowd)),
    );
  const last = await sent(here, 'crowd-told', { ...crowd, phone: '13700137001' });
  await sendAs(here, ward(0, 260));
  await sendAs(here, ward(260, 520));
  const again = await sent(there, 'crowd-again', { ...crowd, phone: '13700137001' });
  expect((await stateOf(again, last))?.state).toBe('LINKED');
  const compared = await db.owner`select count(*)::int as pairs from patients.match_pair
    where ${again} in (low_id, high_id)`;
  expect(compared[0]?.pairs).toBe(1);
  // The telephone is a key of two; name and day are of 522.
  const [{ keys } = { keys: [] }] = await db.owner<{ keys: string[] }[]>`
    select keys::text[] from patients.match_key where patient_id = ${again}`;
  const shared = await db.owner<{ n: number }[]>`
    select count(*)::int as n from patients.match_key m, unnest(${keys}::text[]::bigint[]) k where k = any(m.keys)
    group by k order by n`;
  expect([shared[0]?.n, shared.at(-1)?.n]).toEqual([2, 522]);
});
