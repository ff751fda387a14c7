import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clinicalIntake } from '../../../apps/gateway/src/fhir/index.ts';
import { hospitals, insertHospitals } from '../../fixtures.ts';

let db: TestDatabase;
const intake = clinicalIntake(new Uint8Array(32));
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
});
afterAll(() => db.end());

/** A number of the resident identity card whose check character holds (GB 11643). */
const residentNumber = (n: number): string => {
  const digits = `1101051956020${3_000 + n}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
};
const patientOf = (n: number) => ({
  resourceType: 'Patient',
  id: `p${n}`,
  name: [{ text: `王小${n}` }],
  gender: 'male',
  birthDate: '1956-02-03',
  identifier: [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NI' }] },
      system: 'urn:oid:2.16.156.10011.1.3',
      value: residentNumber(n),
    },
  ],
});
/** How many statements an answer waited for. */
const send = async (institution: string, numbers: readonly number[]): Promise<number> => {
  const entry = numbers.map((n) => ({
    resource: patientOf(n),
    request: { method: 'PUT', url: `Patient/p${n}` },
  }));
  const content = Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry }));
  const before = db.database.statementsSent;
  const { counts } = await db.database.session(principalOf('SYSTEM', institution), (session) =>
    ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
  );
  expect(counts).toMatchObject([{ resourceType: 'Patient', created: numbers.length }]);
  return db.database.statementsSent - before;
};

test('an answer waits for as many statements whether another hospital knows the number or nobody does', async () => {
  const { here, there } = hospitals;
  const known = Array.from({ length: 20 }, (_, i) => 10 + i);
  await send(there, known);
  await send(here, [1]);
  for (let i = 0; i < 4; i++) {
    const [one, ...more] = known.slice(5 * i, 5 * i + 5) as [number, ...number[]];
    const unknown = [one, ...more].map((n) => 400 + n);
    const [first, ...rest] = unknown as [number, ...number[]];
    expect([i, await send(here, [one])]).toEqual([i, await send(here, [first])]);
    expect([i, await send(here, more)]).toEqual([i, await send(here, rest)]);
  }
});
