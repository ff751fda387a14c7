import { join } from 'node:path';
import type { Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everyone,
  hospitals,
  identityKey,
  insertHospitals,
  principal,
} from '../../../../tests/fixtures.ts';
import { root } from '../configuration.ts';
import { createGraph } from './runtime.ts';
import { inProcess, type Transport } from './transport.ts';

let db: TestDatabase;
let supergraph: string;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  const composed = composeSupergraph(await readSupergraphFile(join(root, 'supergraph.yaml')));
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  supergraph = composed.supergraph;
});
afterAll(() => db.end());

interface Answer {
  readonly status: number;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
}

const graphOf = (transport: Transport = inProcess({ database: db.database, identityKey })) =>
  createGraph({
    supergraph,
    transport,
    urls: new Map(),
    persisted: new Map([['known', '{ institutions { code } }']]),
    introspection: false,
  });

const ask = async (
  body: object,
  who: Principal | null,
  { headers = { 'x-nodp-csrf': '1' } as Record<string, string>, graph = graphOf() } = {},
): Promise<Answer> => {
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const response = await graph.fetch(request, { principal: who, requestId: 'test' } as never);
  return { status: response.status, body: (await response.json()) as Answer['body'] };
};

test('an institution is one entity of three subgraphs', async () => {
  const { body } = await ask(
    {
      query:
        '{ institutions { code name { en zh } region { code name { en } } submissionsByMonth { month } } }',
    },
    everyone.DATA_MANAGER,
  );
  expect(body.errors).toBeUndefined();
  expect(body.data?.institutions).toMatchObject([
    {
      code: 'H1',
      name: { en: 'First Cancer Hospital', zh: '第一肿瘤医院' },
      region: { code: '110000' },
    },
    { code: 'H2', region: { code: '440000' } },
  ]);
});

test('nobody signed in reads nothing', async () => {
  const { status, body } = await ask({ query: '{ institutions { code } }' }, null);
  expect(status).toBe(401);
  expect(body.data ?? null).toBeNull();
});

test('an operation that asks for one thing the reader may not see is refused whole', async () => {
  const query = '{ institutions { code } patients { totalCount } }';
  for (const role of ['DATA_MANAGER', 'RESEARCHER', 'POLICYMAKER', 'ADMINISTRATOR'] as const) {
    const { body } = await ask({ query }, everyone[role]);
    expect(body.data ?? null, role).toBeNull();
    expect(body.errors?.[0]?.extensions.code, role).toMatch(/UNAUTHORIZED|FORBIDDEN/);
  }
  const { body } = await ask({ query }, everyone.CLINICIAN);
  expect(body.data).toMatchObject({ patients: { totalCount: 0 } });
});

test('that one role may ask does not let another ask the same, nor nobody', async () => {
  const graph = graphOf();
  const query = 'query Same { patients { totalCount } }';
  for (let round = 0; round < 3; round++) {
    const may = await ask({ query }, everyone.CLINICIAN, { graph });
    expect(may.body.data).toMatchObject({ patients: { totalCount: 0 } });
    for (const who of [everyone.POLICYMAKER, everyone.DATA_MANAGER, null]) {
      const may = await ask({ query }, who, { graph });
      expect(may.body.data ?? null).toBeNull();
      expect(may.body.errors?.[0]?.extensions.code).toMatch(/UNAUTHORIZED|FORBIDDEN/);
    }
  }
});

test('two readers who send the same operation at once never share an answer', async () => {
  const graph = graphOf();
  const readers = Array.from({ length: 20 }, (_, i) =>
    principal('CLINICIAN', i % 2 === 0 ? hospitals.here : hospitals.there),
  );
  const query = '{ me { id institution { code } } }';
  const answers = await Promise.all(readers.map((reader) => ask({ query }, reader, { graph })));
  expect(answers.map(({ body }) => body.data?.me)).toEqual(
    readers.map((reader, i) => ({
      id: reader.accountId,
      institution: { code: i % 2 === 0 ? 'H1' : 'H2' },
    })),
  );
});

test('the web app sends the hash of a document', async () => {
  const known = await ask({ documentId: 'known' }, everyone.RESEARCHER);
  expect(known.body.data?.institutions).toHaveLength(2);
  const unknown = await ask({ documentId: 'unknown' }, everyone.RESEARCHER);
  expect(unknown.body.errors).toHaveLength(1);
});

test('without the header that other sites cannot send, nothing is answered', async () => {
  const { status, body } = await ask({ query: '{ institutions { code } }' }, everyone.RESEARCHER, {
    // What a form of another site can send without asking the browser first.
    headers: { 'content-type': 'text/plain' },
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.data ?? null).toBeNull();
});

test.each([
  ['an address', '?query={__typename}&variables=%zz', undefined],
  ['an address', '?query={__typename}&extensions={', undefined],
  ['a form', '', 'query={__typename}&variables={'],
])('variables of %s that are no JSON are the caller’s: %s %s', async (_, query, body) => {
  const request = new Request(`http://localhost/graphql${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-nodp-csrf': '1', 'content-type': 'application/x-www-form-urlencoded' },
    ...(body !== undefined && { body }),
  });
  const response = await graphOf().fetch(request, { principal: null, requestId: 'test' } as never);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('written as JSON');
});

test('the schema is not told, and what is too deep or too dear is not executed', async () => {
  const schema = await ask({ query: '{ __schema { types { name } } }' }, everyone.CLINICIAN);
  expect(schema.body.errors?.[0]?.message).toMatch(/introspection/i);
  const deep = `{ contactsDue { edges { node { ${'patient { followupContacts { '.repeat(6)} id ${'} }'.repeat(6)} } } } }`;
  const refused = await ask({ query: deep }, everyone.FOLLOWUP_COORDINATOR);
  expect(refused.body.errors?.[0]?.message).toMatch(/depth|cost/i);
  expect(refused.body.data ?? null).toBeNull();
});

test('what a subgraph did not mean to say is not said', async () => {
  const failing: Transport = () => async () => {
    throw new Error('password=secret in connection string');
  };
  const { body } = await ask({ query: '{ institutions { code } }' }, everyone.RESEARCHER, {
    graph: graphOf(failing),
  });
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(body.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
});

const ASKS_STATISTICS = `query Asks($question: StatisticsQuestionInput!) {
  statistics(question: $question) { values }
}`;

test.each([
  [
    'a value that an enumeration does not have',
    { source: 'registry', measure: 'NO_SUCH' },
    /NO_SUCH/,
  ],
  ['one in a list', { source: 'registry', measure: 'CASES', by: ['SEX', 'SHOE'] }, /SHOE/],
  [
    'a field that the input does not have',
    { source: 'registry', measure: 'CASES', shoe: 1 },
    /shoe/,
  ],
  ['a field left out', { measure: 'CASES' }, /source/],
  ['a text where a number is asked', { source: 'registry', measure: 'CASES', at: 'five' }, /five/],
  ['nothing', null, /question/],
])(
  '%s in a variable is said to be wrong, not a fault of the platform',
  async (_, question, said) => {
    const asked = { query: ASKS_STATISTICS, variables: { question } };
    const { status, body } = await ask(asked, everyone.POLICYMAKER);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(body.errors?.[0]?.message).toMatch(said);
    expect(status).toBe(400);
  },
);
