import { sqlStatement } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { sql } from 'drizzle-orm';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubgraphContext } from './context.ts';
import { badInput } from './errors.ts';
import { executableSubgraph, executorOf } from './subgraph.ts';
import { askerOf, deviations, engines, principalOf, probesOf, unprobed } from './testing.ts';

const sdl = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
scalar DateTime
scalar PartialDate
type Query @authenticated {
  who: String
  echo(date: PartialDate): PartialDate
  at: DateTime
  fails: String
  refuses: String
  thing: Thing
}
type Thing @key(fields: "id") @requiresScopes(scopes: [["patient:read"]]) { id: ID! self: Thing }
`;
const who = sqlStatement<{ account: string }>(
  sql`select current_setting('nodp.account') as account`,
);
const thing = { id: '1' };
const resolvers = {
  Query: {
    who: async (_: unknown, _args: unknown, { session }: SubgraphContext) =>
      (await session.run(who))[0]?.account,
    echo: (_: unknown, { date }: { date: string }) => date,
    at: () => '2024-03-14 08:30:00.5+00',
    fails: () => {
      throw new Error('broken');
    },
    refuses: () => {
      throw badInput('Ask otherwise.');
    },
    thing: () => thing,
  },
  Thing: { __resolveReference: () => thing, self: () => thing },
};
const small = executableSubgraph('small', sdl, resolvers);
const here = '01900000-0000-7000-8000-000000000001';
const clinician = principalOf('CLINICIAN', here);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

describe.each(engines)('a subgraph under %s', (_, engine) => {
  const asker = () => askerOf(small, db.database, engine());

  test('runs as the principal of the request', async () => {
    const ask = asker();
    const people = [clinician, principalOf('RESEARCHER', null), clinician];
    for (const person of people) {
      expect((await ask(person, '{ who }')).data).toEqual({ who: person.accountId });
    }
  });

  test('two people asking the same at once are told apart', async () => {
    const call = executorOf(
      small,
      { database: db.database, identityKey: new Uint8Array(32) },
      engine(),
    );
    const people = Array.from({ length: 30 }, (_, n) =>
      principalOf('CLINICIAN', here.replace(/1$/, String(n % 2))),
    );
    const answers = await Promise.all(
      people.map((principal) => call({ document: parse('{ who }'), principal, requestId: 'r' })),
    );
    expect(answers.map(({ data }) => data)).toEqual(people.map((one) => ({ who: one.accountId })));
  });

  test('gives its connection back, also after an error', async () => {
    const ask = asker();
    for (let n = 0; n < 40; n++) await ask(clinician, '{ who fails }');
    expect((await ask(clinician, '{ who }')).data).toEqual({ who: clinician.accountId });
  });

  test('dates and instants have one form', async () => {
    const ask = asker();
    expect((await ask(clinician, '{ at }')).data).toEqual({ at: '2024-03-14T08:30:00.500Z' });
    const echo = 'query ($date: PartialDate) { echo(date: $date) }';
    for (const date of ['2024', '2024-03', '2024-02-29', '0001-01-01', '9999-12-31', null]) {
      expect((await ask(clinician, echo, { date })).data).toEqual({ echo: date });
    }
    for (const date of ['14/03/2024', '2024-13', '2023-02-29', '0000-01-01', '0000', '']) {
      const { codes, messages } = await ask(clinician, echo, { date });
      expect([codes, messages[0]]).toEqual([
        ['BAD_USER_INPUT'],
        expect.stringContaining('YYYY-MM-DD'),
      ]);
      expect((await ask(clinician, `{ echo(date: "${date}") }`)).messages).toHaveLength(1);
    }
  });

  test('a variable that is refused is the caller’s mistake, by its code', async () => {
    const ask = asker();
    const required = 'query ($date: PartialDate!) { echo(date: $date) }';
    for (const variables of [{}, { date: null }]) {
      const { codes, messages } = await ask(clinician, required, variables);
      expect(codes).toEqual(['BAD_USER_INPUT']);
      expect(messages[0]).toContain('$date');
    }
  });

  test('errors keep their code', async () => {
    const { data, codes, messages } = await asker()(clinician, '{ who refuses }');
    expect(data).toEqual({ who: clinician.accountId, refuses: null });
    expect([codes, messages]).toEqual([['BAD_USER_INPUT'], ['Ask otherwise.']]);
  });

  test('errors can be added to, as a gateway does that says which subgraph they are of', async () => {
    const call = executorOf(
      small,
      { database: db.database, identityKey: new Uint8Array(32) },
      engine(),
    );
    const { errors } = await call({
      document: parse('{ refuses }'),
      principal: clinician,
      requestId: 'r',
    });
    for (const error of errors ?? [])
      Object.assign(error, { extensions: { ...error.extensions, serviceName: 'small' } });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', serviceName: 'small' },
    ]);
  });

  test('what is not meant for the reader is reported, not shown', async () => {
    const { codes, messages, reported } = await asker()(clinician, '{ fails }');
    expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(messages.join()).not.toContain('broken');
    expect(String(reported[0])).toContain('broken');
  });

  test('a document of several operations runs the one that is named', async () => {
    const call = executorOf(
      small,
      { database: db.database, identityKey: new Uint8Array(32) },
      engine(),
    );
    const document = parse('query A { who } query B { thing { id } }');
    const run = (operationName: string) =>
      call({ document, operationName, principal: clinician, requestId: 'r' });
    expect((await run('A')).data).toEqual({ who: clinician.accountId });
    expect((await run('B')).data).toEqual({ thing: { id: '1' } });
  });

  test('a document that asks for no field is not for nobody either', async () => {
    const { data, codes } = await asker()(null, '{ __typename }');
    expect([data, codes]).toEqual([null, ['FORBIDDEN']]);
  });
});

test('the table of who may read what finds what is open and should not be, and the other way round', async () => {
  const ask = askerOf(small, db.database);
  const probes = probesOf(small, { references: { Thing: { id: '1' } } }).filter(
    ({ steps }) => !/fails|refuses/.test(steps.join()),
  );
  expect(unprobed(small.schema, probes)).toEqual(['Query.fails', 'Query.refuses']);
  const roles = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'] as const;
  const everyone = [
    ...roles,
    'DATA_MANAGER',
    'RESEARCHER',
    'POLICYMAKER',
    'PRIVACY_OFFICER',
    'ADMINISTRATOR',
    'BIOBANK_MANAGER',
  ] as const;
  expect(
    await deviations(ask, probes, { Query: everyone, 'Query.thing': roles, Thing: roles }, here),
  ).toEqual([]);
  const wrong = await deviations(
    ask,
    probes,
    { Query: everyone.slice(0, 7), Thing: [...roles, 'RESEARCHER'] },
    here,
  );
  expect(wrong).toContain('ADMINISTRATOR was let in to Query.who through Query.who');
  expect(wrong).toContain('ADMINISTRATOR reached the database by Query.who through Query.who');
  expect(wrong).toContainEqual(
    expect.stringContaining('RESEARCHER was refused Thing.id through _entities of Thing'),
  );
});
