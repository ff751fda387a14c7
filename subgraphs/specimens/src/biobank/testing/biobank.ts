/** Two biobanks, and what their managers ask of them. */
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { specimens } from '../../index.ts';

export const here = '01900000-0000-7000-8000-000000000001';
export const there = '01900000-0000-7000-8000-000000000002';
export const manager = principalOf('BIOBANK_MANAGER', here);
export const other = principalOf('BIOBANK_MANAGER', there);
export const researcher = principalOf('RESEARCHER', null);
const [, jit] = engines;
const engine = jit?.[1] as (typeof engines)[number][1];

let db: TestDatabase;
export let owner: postgres.Sql;
export let count = 0;
export const next = (what: string): string => `${what}-${++count}`;

export const ask = async (principal: typeof manager, query: string, variables: object = {}) =>
  askerOf(specimens, db.database, engine())(principal, query, variables as never);
/** What was answered; fails on any error. */
export const done = async (query: string, variables: object = {}, principal = manager) => {
  const { data, messages } = await ask(principal, query, variables);
  expect(messages).toEqual([]);
  return data;
};
/** Why it was refused. */
export const refused = async (query: string, variables: object = {}, principal = manager) => {
  const { messages, codes } = await ask(principal, query, variables);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  return messages[0] as string;
};

export const tissue = (barcode: string, amount = 100) => ({
  barcode,
  type: 'TISSUE_FROZEN',
  preservation: 'SNAP_FROZEN',
  amount,
  unit: 'mg',
  temperature: 'FREEZER_80',
});
const COLLECT = `mutation ($input: CollectionInput!) { collectSpecimens(input: $input) { edges { node { id barcode state donor { id } } } } }`;
export const collect = async (specimensOf: object[], donor = next('D')) => {
  const input = {
    donor,
    collectedAt: '2026-03-01T08:00:00Z',
    procedure: 'SURGERY',
    diagnosis: 'C34.1',
    warmIschaemia: 12,
    specimens: specimensOf,
  };
  const { collectSpecimens } = await done(COLLECT, { input });
  const nodes = collectSpecimens.edges.map(({ node }: { node: object }) => node);
  return { donor: nodes[0].donor.id as string, ids: nodes.map((n: { id: string }) => n.id) };
};
export const ADD = `mutation ($input: ContainerInput!) { addContainer(input: $input) { id } }`;
export const add = async (input: object) =>
  (await done(ADD, { input: { name: next('N'), barcode: next('C'), ...input } })).addContainer
    .id as string;
export const freezer = async () => {
  const site = await add({ kind: 'SITE' });
  const id = await add({ kind: 'FREEZER', parent: site, temperature: 'FREEZER_80' });
  return { site, id };
};
export const box = async (parent: string, input: object = {}) =>
  add({ kind: 'BOX', parent, rows: 10, columns: 10, ...input });
export const STORE = `mutation ($items: [PlacementInput!]!, $celsius: Float) { storeSpecimens(items: $items, celsius: $celsius) { edges { node { id state position } } } }`;
export const store = (specimen: string, container: string, position: string, celsius = -78) =>
  [STORE, { items: [{ specimen, container, position }], celsius }] as const;
const CONSENT = `mutation ($donor: ID!, $uses: [String!]!, $on: String!) { recordConsent(donor: $donor, version: "3.1", uses: $uses, signedOn: $on) { code } }`;
export const consent = (
  donor: string,
  uses: string[] = ['RESEARCH', 'GENETIC'],
  on = '2026-02-01',
) => done(CONSENT, { donor, uses, on });

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withBiobank = (): void => {
  beforeAll(async () => {
    db = await testDatabase();
    owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
      (${here}, 'H1', 'First', '第一', 'NATIONAL', '110000'), (${there}, 'H2', 'Second', '第二', 'PROVINCIAL', '440000')`;
  });
  afterAll(async () => {
    await owner.end();
    await db.end();
  });
};
