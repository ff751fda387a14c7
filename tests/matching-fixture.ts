/** Two hospitals that send persons, and what data managers see and decide of pairs. */
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, expect } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { residentNumber } from './attacks/records/persons.ts';
import { hospitals } from './fixtures.ts';
import { type Setting, setUp } from './intake/setting.ts';

/** Valid, of a day and a serial of its own. */
export const numberOf = (serial: number): string => residentNumber(serial, '19610412');

export const { here, there } = hospitals;
// Under the key that the graph is asked with, so that names can be read.
export const key = new Uint8Array(32);
export const intake = clinicalIntake(key);
export const manager = principalOf('DATA_MANAGER', here);
export const national = principalOf('DATA_MANAGER', null);
export const second = { ...national, accountId: 'second@nation' };

export let db: Setting;

interface Said {
  readonly name?: string;
  readonly born?: string;
  readonly number?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly gender?: string;
}

const RESIDENT = 'urn:oid:2.16.156.10011.1.3';
export const person = (id: string, said: Said) => ({
  resourceType: 'Patient',
  id,
  ...(said.name === undefined ? {} : { name: [{ text: said.name }] }),
  gender: said.gender ?? 'female',
  ...(said.born === undefined ? {} : { birthDate: said.born }),
  ...(said.number === undefined ? {} : { identifier: [{ system: RESIDENT, value: said.number }] }),
  ...(said.phone === undefined ? {} : { telecom: [{ system: 'phone', value: said.phone }] }),
  ...(said.address === undefined ? {} : { address: [{ text: said.address }] }),
});

export const sendAs = (institution: string, content: unknown) =>
  db.database.session(principalOf('SYSTEM', institution), (session) =>
    ingest(session, intake, {
      channel: 'test',
      content: Buffer.from(JSON.stringify(content)),
      format: fhir(intake),
    }),
  );
export const sent = async (institution: string, id: string, said: Said): Promise<string> => {
  expect((await sendAs(institution, person(id, said))).status).toBe('accepted');
  const [row] = await db.owner`select patient_id from patients.patient_source
    where institution_id = ${institution} and source_id = ${id}`;
  return row?.patient_id;
};

export const idOf = (patient: string): string => encodeId('Patient', patient);
export const ask = async (
  who: typeof manager,
  query: string,
  variables: Record<string, unknown> = {},
) => askerOf(patients, db.database)(who, query, variables);
export const LIST = `query ($v: MatchView!, $n: Int, $a: String) { matchPairs(view: $v, first: $n, after: $a) { edges { node { first { id } second { id }
  probability state held acrossInstitutions evidence { part level weight } } } pageInfo { hasNextPage endCursor } } }`;
export const listed = async (who: typeof manager, view: string, ...of: readonly string[]) => {
  const { data } = await ask(who, LIST, { v: view, n: 100 });
  const ids = new Set(of.map(idOf));
  return data.matchPairs.edges
    .map(({ node }: { node: { first: { id: string }; second: { id: string } } }) => node)
    .filter((node: { first: { id: string }; second: { id: string } }) =>
      [node.first.id, node.second.id].every((id) => ids.has(id)),
    );
};
export const decide = async (
  who: typeof manager,
  a: string,
  b: string,
  decision: string,
  reason?: string,
) =>
  (
    await ask(
      who,
      'mutation ($a: ID!, $b: ID!, $d: MatchDecision!, $r: String) { decideMatch(first: $a, second: $b, decision: $d, reason: $r) }',
      { a: idOf(a), b: idOf(b), d: decision, r: reason },
    )
  ).data.decideMatch;
export const stateOf = async (a: string, b: string) => {
  const [low = '', high = ''] = [a, b].sort();
  const [row] = await db.owner`select state, held, probability from patients.match_pair
    where low_id = ${low} and high_id = ${high}`;
  return row;
};
export const samePerson = async (a: string, b: string): Promise<boolean> => {
  const [row] =
    await db.owner`select count(distinct person_id)::int as n, count(*)::int as both from patients.linked_persons
    where patient_id in (${a}, ${b})`;
  return row?.n === 1 && row.both === 2;
};

export const wang: Said = {
  name: '欧阳雨桐',
  born: '1961-04-12',
  phone: '13800138001',
  address: '广东省广州市天河区中山大道12号3栋402室',
};

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withMatching = (): void => {
  beforeAll(async () => {
    db = await setUp();
  });
  afterAll(() => db.end());
};
