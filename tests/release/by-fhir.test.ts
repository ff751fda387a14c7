import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { malignantUnlessSaid } from '@nodp/cohorts/engine';
import { buildRelease, type Manifest } from '@nodp/subgraph-research';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { type Setting, setUp } from '../intake/setting.ts';
import { fhirScenarios, residenceOf } from './fhir-scenarios.ts';
import { readParquet } from './parquet.ts';

/** What is a case and when it ends, from FHIR as hospitals send it to the answer of a question asked of a release. */
let db: Setting;
let folder: string;
let manifest: Manifest;
let releases: Releases;

/** A scenario's resources with the person's key and subject in them. */
const of = (who: string, resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'batch',
  entry: resources.map((resource) => {
    const one = JSON.parse(JSON.stringify(resource).replaceAll('who-', `${who}-`));
    const about =
      one.resourceType === 'Patient' ? {} : { subject: { reference: `Patient/${who}` } };
    return {
      resource: { ...about, ...one },
      request: { method: 'POST', url: one.resourceType },
    };
  }),
});

beforeAll(async () => {
  db = await setUp();
  for (const [i, { many = 1, patient = {}, sent }] of fhirScenarios.entries())
    for (let n = 0; n < many; n++) {
      const who = `s${i}-${n}`;
      const person = {
        resourceType: 'Patient',
        id: who,
        gender: /C61/.test(JSON.stringify(sent)) ? 'male' : 'female',
        birthDate: '1950-02-03',
        address: [{ country: 'CN', state: residenceOf(i).fullName.zh }],
        ...patient,
      };
      await db.send(of(who, [person]));
      // One after another: a record may be sent twice.
      for (const resource of sent.flat()) await db.send(of(who, [resource]));
    }
  folder = await mkdtemp(join(tmpdir(), 'nodp-by-fhir-'));
  manifest = await buildRelease({
    ownerUrl: db.ownerUrl,
    extracts: releaseExtracts,
    folder,
    closing: '2024-12-31',
  });
  releases = createReleases({ folder });
});
afterAll(async () => {
  await releases.close();
  await db.end();
  await rm(folder, { recursive: true });
});

test('there are 32 of them at least, each of persons of its own', () => {
  expect(fhirScenarios.length).toBeGreaterThanOrEqual(32);
});

describe.each(fhirScenarios.map((scenario, i) => [scenario.name, scenario, i] as const))(
  '%s',
  (_, { many = 1, cases, asked = [] }, i) => {
    const residence = residenceOf(i).code;
    test('its cases', async () => {
      const found = await readParquet(
        join(folder, folderOf(manifest.number)),
        'cases',
        `where residence = '${residence}' order by person_key, case_number`,
      );
      expect(found).toMatchObject(Array.from({ length: many }, () => cases).flat());
    });
    test.each(asked)('%j finds %i', async (definition, persons) => {
      const { cohorts } = await releases.open(manifest.number);
      const asked = malignantUnlessSaid({ all: [{ residence: [residence] }, definition] });
      expect(await cohorts.count(asked)).toBe(persons);
    });
  },
);
