import { expect, test } from 'vitest';
import { bundle, visit } from '../../intake/examples.ts';
import {
  db,
  doctorHere,
  doctorThere,
  here,
  join,
  key,
  known,
  number,
  patientOf,
  sendHere,
  sendThere,
  serial,
  shown,
  withLinkedWorld,
} from './linked-world.ts';
import { numbered, residentNumber } from './persons.ts';

withLinkedWorld();

test('a corrected number parts what the wrong one joined, and joins what the right one does', async () => {
  await join();
  const before = await shown(doctorHere, known);
  expect(before.tumours).toHaveLength(2);
  const right = residentNumber(serial + 500);
  await sendHere(
    bundle('transaction', numbered(`r-${key}`, right), visit(`rv-${key}`, `urn:uuid:r-${key}`)),
  );
  const other = await patientOf(`r-${key}`, here);
  const answer = await sendThere(numbered(key, right, { gender: 'female' }));
  expect(answer.status).toBe('accepted');
  expect((await shown(doctorHere, known)).tumours).toHaveLength(1);
  expect(await shown(doctorThere, known)).toBeNull();
  // Its visit and name agree with the person of the right number.
  expect(await patientOf(key)).toBe(other);
  const [row] =
    await db.owner`select action, patient_ids from basic.audit where action = 'unlink' order by number desc limit 1`;
  expect(row?.patient_ids).toContain(known);
  // Corrected back, it is the first person's again.
  await sendThere(numbered(key, number));
  expect(await patientOf(key)).toBe(known);
  expect((await shown(doctorHere, other)).tumours).toHaveLength(0);
});

test('the answer to a correction is the same whether or not anybody was joined', async () => {
  await join();
  const joined = await sendThere(numbered(key, residentNumber(serial + 300)));
  await sendThere(
    bundle(
      'transaction',
      numbered(`z-${key}`, residentNumber(serial + 301)),
      visit(`zv-${key}`, `urn:uuid:z-${key}`),
    ),
  );
  const alone = await sendThere(numbered(`z-${key}`, residentNumber(serial + 302)));
  const said = ({ status, counts, entries }: typeof alone) => ({
    status,
    counts,
    entries: entries.map(({ outcome, issues }) => ({ outcome, issues })),
  });
  expect(said(joined)).toEqual(said(alone));
});

test('a number that nobody gives any more means nobody: the next one with it has no claim', async () => {
  const [wrong, right] = [residentNumber(serial + 600), residentNumber(serial + 601)];
  await sendThere(numbered(`w-${key}`, wrong));
  await sendThere(numbered(`w-${key}`, right));
  await sendHere(numbered(`x-${key}`, wrong));
  const [row] = await db.owner`select count(*)::int as n from patients.identity_claim
    where target_id = ${await patientOf(`w-${key}`)} and institution_id = ${here}`;
  expect(row?.n).toBe(0);
});

test('of several records of one person at one hospital, one corrected number parts nothing yet', async () => {
  await sendThere(numbered(`two-${key}`, number));
  await join();
  const right = residentNumber(serial + 700);
  await sendThere(numbered(key, right));
  expect(await patientOf(key)).toBe(known);
  await sendThere(numbered(`two-${key}`, right));
  expect(await patientOf(key)).not.toBe(known);
  expect(await patientOf(`two-${key}`)).toBe(await patientOf(key));
});
