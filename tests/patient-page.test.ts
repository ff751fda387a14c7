import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { executorOf } from '@nodp/graph';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import { fhir, ingest } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../apps/gateway/src/configuration.ts';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { createGraph } from '../apps/gateway/src/graph/runtime.ts';
import type { Transport } from '../apps/gateway/src/graph/transport.ts';
import { subgraphNamed } from '../apps/gateway/src/registry.ts';
import { everyone, identityKey, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';

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
  const composed = composeSupergraph(await readSupergraphFile(`${root}/supergraph.yaml`));
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  const services = { database: db.database, identityKey };
  const transport: Transport = (name) => {
    const execute = executorOf(subgraphNamed(name), services);
    return ({ document, variables, operationName }) =>
      execute({
        document,
        variables,
        operationName,
        principal: everyone.CLINICIAN,
        requestId: 'r',
      });
  };
  const graph = createGraph({
    supergraph: composed.supergraph,
    transport,
    urls: new Map(),
    persisted: new Map(),
    introspection: false,
  });
  const before = db.database.statementsSent;
  const response = await graph.fetch(
    'http://localhost/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: page, variables: { search } }),
    },
    { principal: everyone.CLINICIAN, requestId: 'r' } as never,
  );
  const sent = db.database.statementsSent - before;
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
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
