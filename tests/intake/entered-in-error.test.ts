import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Kind } from '@nodp/record';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../apps/gateway/src/kinds.ts';
import { bundle, patient } from './examples.ts';
import { type Setting, setUp } from './setting.ts';

/** What is said of a record that was entered in error, whatever kind reads it: nothing of it stays. */
let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

interface Given {
  readonly resourceType: string;
  readonly id?: string;
  readonly status?: string;
  readonly subject?: object;
  readonly patient?: object;
  readonly participant?: object;
  readonly verificationStatus?: object;
}

const root = resolve(import.meta.dirname, '../..');
const examples = globSync('subgraphs/*/src/kinds/*/examples/*.json', { cwd: root })
  .flatMap((file): unknown[] => JSON.parse(readFileSync(resolve(root, file), 'utf8')))
  .map((example) => (example as { given: Given | Given[] }).given)
  // What an example leaves out stands there as null.
  .map((given): Given | Given[] => JSON.parse(JSON.stringify(given, (_, v) => v ?? undefined)))
  .filter((given): given is Given => !Array.isArray(given))
  .filter(({ resourceType }) => !/^(Patient|Bundle)$/.test(resourceType));

/** As FHIR has it: a Condition in error has neither clinical status nor abatement, an Appointment a start and an end. */
const inError = (resource: Given): Given => {
  if (resource.resourceType !== 'Condition') {
    const times = { start: '2030-01-01T09:00:00Z', end: '2030-01-01T09:30:00Z' };
    return {
      ...resource,
      ...(resource.resourceType === 'Appointment' ? times : {}),
      status: 'entered-in-error',
    };
  }
  const system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
  const condition = Object.entries(resource).filter(
    ([name]) => !/^(clinicalStatus|abatement)/.test(name),
  );
  return {
    ...(Object.fromEntries(condition) as unknown as Given),
    verificationStatus: { coding: [{ system, code: 'entered-in-error' }] },
  };
};

const tables = Object.entries(kinds).flatMap(([kind, { mapping }]) =>
  mapping === null ? [] : [[kind as Kind, mapping.table as PgTable] as const],
);

/** Rows by kind. */
const rows = async (): Promise<ReadonlyMap<Kind, number>> => {
  const counts = new Map<Kind, number>();
  for (const [kind, table] of tables) {
    const { schema, name } = getTableConfig(table);
    counts.set(kind, await db.count(`${schema}.${name}`));
  }
  return counts;
};

/** The element in which a type of resource names its patient. */
const about = (resourceType: string, reference: object): Partial<Given> =>
  resourceType === 'Appointment'
    ? { participant: [{ actor: reference, status: 'accepted' }] }
    : /^(Claim|ExplanationOfBenefit)$/.test(resourceType)
      ? { patient: reference }
      : { subject: reference };

const cared = (resource: Given, i: number): Given => ({
  ...resource,
  id: `x${i}`,
  ...about(resource.resourceType, { reference: `urn:uuid:p${i}` }),
});

const sent = (change: (resource: Given) => Given) =>
  db.send(
    bundle('batch', ...examples.flatMap((given, i) => [patient(`p${i}`), change(cared(given, i))])),
  );

test('an example of every kind, entered in error, leaves no row', async () => {
  expect(await sent((resource) => resource)).toMatchObject({
    status: 'partial',
  });
  const written = await rows();
  expect([...written].filter(([, n]) => n === 0).map(([kind]) => kind)).toEqual([]);
  await sent(inError);
  const left = await rows();
  expect([...left].filter(([, n]) => n > 0)).toEqual([]);
});
