import { type Role, roles } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { principalOf, probesOf, unprobed } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samples } from './access/gateway-arguments.ts';
import { fewer, openTo } from './access/gateway-roles.ts';
import { hospitals, identityKey, insertHospitals } from './fixtures.ts';
import { type AskWhole, supergraph, wholeGraph } from './whole-graph.ts';

let db: TestDatabase;
let schema: GraphQLSchema;
let ask: AskWhole;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  schema = buildASTSchema(transformSupergraphToPublicSchema(parse(await supergraph())));
  ask = await wholeGraph({
    ...{ database: db.database, identityKey },
    releases: () => createReleases({ folder: 'none' }),
  });
});
afterAll(() => db.end());

const mayRead = (role: Role, steps: readonly string[]): boolean =>
  steps.every((step) => (openTo[step] ?? fewer[step] ?? roles).includes(role));

test('at the gateway no field is read by a role it is closed to, nor by nobody, and no statement is sent for it', async () => {
  const probes = probesOf({ name: 'gateway', sdl: '', schema, meantPatients: null }, samples);
  expect(unprobed(schema, probes)).toEqual([]);
  const roots = [...new Set(probes.map(({ through }) => through))];
  expect(roots.toSorted()).toEqual(Object.keys(openTo).toSorted());
  const wrong: string[] = [];
  for (const { steps, query } of probes) {
    for (const principal of [null, ...roles.map((role) => principalOf(role, hospitals.here))]) {
      if (principal !== null && mayRead(principal.role, steps)) continue;
      const before = db.database.statementsSent;
      const { data, codes } = await ask(principal, query);
      const refused = data === null && codes.every((code) => code === 'UNAUTHORIZED_FIELD_OR_TYPE');
      if (!refused || codes.length === 0 || db.database.statementsSent > before) {
        wrong.push(
          `${principal?.role ?? 'nobody'} ${steps.join(' > ')}: ${codes.join() || 'answered'}`,
        );
      }
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('each root field is open to the roles of the table', async () => {
  const lists = [
    'me { id }',
    'institutions { code }',
    'regions { code }',
    'articles { totalCount }',
    'patients { totalCount }',
    'submissions { edges { cursor } }',
    'releases { number }',
  ];
  for (const list of lists) {
    const root = `Query.${list.split(' ')[0]}`;
    for (const role of openTo[root] ?? []) {
      const { codes } = await ask(principalOf(role, hospitals.here), `{ ${list} }`);
      expect(codes, `${role} ${root}`).toEqual([]);
    }
  }
});
