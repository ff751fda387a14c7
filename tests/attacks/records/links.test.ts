import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { expect, test } from 'vitest';
import { bundle, visit } from '../../intake/examples.ts';
import {
  ask,
  claimOf,
  db,
  doctorHere,
  doctorThere,
  everything,
  here,
  idOf,
  join,
  key,
  known,
  managerHere,
  managerThere,
  number,
  own,
  patientOf,
  reason,
  relink,
  sendThere,
  shown,
  statements,
  stranger,
  systemThere,
  there,
  unlink,
  withLinkedWorld,
} from './linked-world.ts';
import { numbered } from './persons.ts';

withLinkedWorld();

test('what was joined is parted, and joined again, with every row as it was', async () => {
  const before = { known: await everything(known), own: await everything(own) };
  // The visit is the second hospital's own; it is of its patient, whichever that is.
  await join();
  expect(await patientOf(key)).toBe(known);
  const joined = await everything(known);
  expect(Object.keys(await everything(own))).toEqual([]);

  expect((await unlink(managerHere)).data.unlinkPatient).toBe(true);
  expect(await patientOf(key)).toBe(own);
  expect(await everything(known)).toEqual(before.known);
  const parted = await everything(own);
  // As it was, with the visit that came since.
  const { 'patients.encounter': visits, 'patients.care_evidence': evidence, ...rest } = parted;
  expect(visits).toHaveLength(1);
  expect(evidence).toHaveLength(1);
  const of = (rows: Record<string, unknown[]>, table: string) =>
    rows[table]?.map((row) => ({ ...(row as object), recorded_at: null, last_contact_on: null }));
  for (const table of Object.keys(rest))
    expect([table, of(parted, table)]).toEqual([table, of(before.own, table)]);
  expect(Object.keys(rest)).toEqual(Object.keys(before.own));

  const claim = await claimOf();
  expect(claim).toMatchObject({ state: 'PARTED', reason });
  expect((await relink(managerHere, claim.id)).data.relinkPatient).toBe(true);
  expect(
    await db.owner`select patient_ids from basic.audit where detail->'fields' = '["relinkPatient"]'`,
  ).toEqual([{ patient_ids: [known] }]);
  expect(await everything(known)).toEqual(joined);
  expect((await unlink(managerHere)).data.unlinkPatient).toBe(true);
  expect(await everything(known)).toEqual(before.known);
  expect(await everything(own)).toEqual(parted);
});

test('after it neither side reads the other, and nothing joins the two again but a data manager', async () => {
  await join();
  await unlink(managerThere);
  expect(await shown(doctorThere, known)).toBeNull();
  expect(await shown(doctorHere, own)).toBeNull();
  expect(await shown(doctorHere, known)).toMatchObject({
    sex: 'MALE',
    vitalStatus: 'ALIVE',
    deathDate: null,
  });
  expect(await shown(doctorThere, own)).toMatchObject({
    sex: 'FEMALE',
    vitalStatus: 'DEAD',
    deathDate: '2021-02-03',
  });
  await sendThere(
    bundle('transaction', numbered(key, number), visit(`again-${key}`, `urn:uuid:${key}`)),
  );
  // Nor a new key with the same number and evidence.
  await sendThere(
    bundle('transaction', numbered(`n-${key}`, number), visit(`vn-${key}`, `urn:uuid:n-${key}`)),
  );
  expect([await patientOf(key), await patientOf(`n-${key}`)]).toEqual([own, own]);
});

test('every data manager concerned reads it in the audit: who, when, and why', async () => {
  await join();
  await unlink(managerHere);
  await relink(managerHere, (await claimOf()).id);
  await unlink(managerHere);
  const events = async (who: Principal, patientId: string) => {
    const { data } = await ask(
      who,
      `query ($p: ID!) { auditEvents(filter: { patient: $p, actions: [UNLINK, RELINK] }) { edges { node { action account } } } }`,
      { p: idOf(patientId) },
    );
    return data.auditEvents.edges.map(({ node }: { node: { action: string } }) => node.action);
  };
  expect(await events(managerHere, known)).toEqual(['UNLINK', 'RELINK', 'UNLINK']);
  expect(await events(managerThere, own)).toEqual(['UNLINK', 'UNLINK']);
});

test.each([
  ['a clinician', doctorHere, ['FORBIDDEN']],
  ['a privacy officer', principalOf('PRIVACY_OFFICER', here), ['FORBIDDEN']],
  ['the sender', systemThere, ['FORBIDDEN']],
])('%s parts and joins nobody', async (_, who, codes) => {
  await join();
  expect((await unlink(who)).codes).toEqual(codes);
  expect((await relink(who, encodeId('IdentityClaim', known))).codes).toEqual(codes);
});

test('a data manager of an institution that does not know the person parts, joins and reads nothing', async () => {
  await join();
  expect((await unlink(stranger)).data.unlinkPatient).toBe(false);
  expect(await statements(stranger)).toEqual([]);
  await unlink(managerHere);
  const { id } = await claimOf();
  expect((await relink(stranger, id)).data.relinkPatient).toBe(false);
  // What others parted, the claiming institution does not join by itself; what it parted, it does.
  expect((await relink(managerThere, id)).data.relinkPatient).toBe(false);
  await relink(managerHere, id);
  await unlink(managerThere);
  expect((await relink(managerThere, id)).data.relinkPatient).toBe(true);
  expect(await patientOf(key)).toBe(known);
});

test('there has to be a reason, and somebody else’s record to be parted from', async () => {
  expect((await unlink(managerHere, known, there, '      why ')).codes).toEqual(['BAD_USER_INPUT']);
  // Not joined: the other hospital's patient is its own.
  expect((await unlink(managerHere)).data.unlinkPatient).toBe(false);
  expect((await unlink(managerHere, known, here)).data.unlinkPatient).toBe(false);
});

test('a claim that waits is compared by the claimed side alone; of the other it learns nothing', async () => {
  const both = await statements(managerHere);
  expect(both).toMatchObject([
    {
      institution: { code: 'H1' },
      joined: true,
      sex: 'MALE',
      numberContradicts: [],
      vitalStatus: 'ALIVE',
      claim: null,
    },
    {
      institution: { code: 'H2' },
      joined: false,
      sex: 'FEMALE',
      numberContradicts: ['SEX'],
      vitalStatus: 'DEAD',
      deathDate: '2021-02-03',
      claim: { state: 'WAITING' },
    },
  ]);
  expect(both[0].nationalIdMasked).toBe(`${'*'.repeat(14)}${number.slice(-4)}`);
  expect(await statements(managerThere, own)).toMatchObject([
    { institution: { code: 'H2' }, claim: null },
  ]);
  expect(await statements(managerThere)).toEqual([]);
});

const doubtful = async (who: Principal) =>
  (await ask(who, '{ doubtfulJoins { patient { id } differs } }')).data.doubtfulJoins.filter(
    (j: { patient: { id: string } }) => j.patient.id === idOf(known),
  );

test('persons joined though they differ are on the list of the data managers, until one confirms them', async () => {
  await join();
  expect(await doubtful(managerHere)).toMatchObject([{ differs: ['SEX'] }]);
  expect(await doubtful(stranger)).toEqual([]);
  const { data } = await ask(
    managerThere,
    'mutation ($p: ID!, $i: ID!, $r: String!) { confirmJoined(patient: $p, institution: $i, reason: $r) }',
    { p: idOf(known), i: encodeId('Institution', there), r: reason },
  );
  expect(data.confirmJoined).toBe(true);
  expect(await doubtful(managerHere)).toEqual([]);
  expect((await claimOf()).reason).toBe(reason);
});
