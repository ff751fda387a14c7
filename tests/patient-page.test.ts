import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { fhir, ingest } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { everyone, identityKey, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';
import { wholeGraph } from './whole-graph.ts';

/** The page's document, over four subgraphs. */
const page = `query Page($search: String) {
  patients(search: $search, first: 50) { edges { node {
    identity { name } sex age institutions { name { en } region { name { en } } }
    tumours { siteGroup stages { value } literature(first: 3) { title } }
    treatments { what { label { en } } }
    laboratory { analyte { code } points { value } }
    specimens { type { label { en } } }
    biomarkers { what { label { en } } }
    imagingStudies { seriesCount }
    followupContacts { at }
    diseaseStatuses { trend }
  } } }
}`;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
});
afterAll(() => db.end());

const intake = clinicalIntake(identityKey);
const send = (bundle: object) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, {
      format: fhir(intake),
      channel: 'fhir',
      content: new TextEncoder().encode(JSON.stringify(bundle)),
    }),
  );

const statementsOf = async (search: string, patients: number, points: number): Promise<number> => {
  const ask = await wholeGraph({ database: db.database, identityKey });
  const before = db.database.statementsSent;
  const { data, codes } = await ask(everyone.CLINICIAN, page, { search });
  const sent = db.database.statementsSent - before;
  expect(codes).toEqual([]);
  expect(data.patients.edges).toHaveLength(patients);
  for (const { node } of data.patients.edges)
    expect(node.laboratory[0].points).toHaveLength(points);
  return sent;
};

test('the page of four subgraphs costs as many statements for 12 patients with 40 results as for one with one', async () => {
  await send(patientBundle({ family: 'Single', results: 1 }));
  for (let i = 0; i < 12; i++) await send(patientBundle({ family: 'Many', results: 40 }));
  const few = await statementsOf('single', 1, 1);
  const many = await statementsOf('many', 12, 40);
  expect(many).toBe(few);
  expect(few).toBeLessThan(45);
});
