import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyone, hospitals } from './fixtures.ts';

const board = { ...principalOf('DATA_MANAGER', null), accountId: 'board@nation' };

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(() => owner`delete from basic.rule_switch`);

const ask: ReturnType<typeof askerOf> = (...given) => askerOf(patients, db.database)(...given);

const standing = async (id: string) => {
  const { data } = await ask(
    everyone.RESEARCHER,
    '{ clinicalRules { id inForce standing mark switches { by version inForce confirmed reason } } }',
  );
  return data.clinicalRules.find((rule: { id: string }) => rule.id === id);
};

const switchRule = async (who: typeof board, given: object) =>
  (
    await ask(
      who,
      `mutation ($rule: ID!, $version: Int!, $inForce: Boolean!, $confirmed: Boolean!, $reason: String!) {
        switchClinicalRule(rule: $rule, version: $version, inForce: $inForce, confirmed: $confirmed, reason: $reason) { problem } }`,
      {
        ...{ rule: 'cnlc', version: 1, inForce: true, confirmed: false },
        ...{ reason: 'Tried on 40 cases of our own.', ...given },
      },
    )
  ).data.switchClinicalRule.problem;

test('a score is not in force until the board switches it on, and then says by whom and why', async () => {
  expect(await standing('cnlc')).toMatchObject({
    inForce: false,
    standing: 'DEFAULT',
    mark: 'KNOWN',
  });
  expect(await switchRule(board, { confirmed: true })).toBeNull();
  expect(await standing('cnlc')).toMatchObject({
    ...{ inForce: true, standing: 'BOARD', mark: 'CONFIRMED' },
    switches: [{ by: 'board@nation', version: 1, reason: 'Tried on 40 cases of our own.' }],
  });
  expect(
    await switchRule(board, { inForce: false, reason: 'The guideline of 2026 differs.' }),
  ).toBeNull();
  const { inForce, switches } = await standing('cnlc');
  expect(inForce).toBe(false);
  expect(switches).toHaveLength(2);
});

test.each([
  [
    'an account of one institution',
    principalOf('DATA_MANAGER', hospitals.here),
    {},
    'NOT_NATIONAL',
  ],
  ['no such rule', board, { rule: 'astrology' }, 'NO_RULE'],
  ['a version that is not installed', board, { version: 99 }, 'OTHER_VERSION'],
  ['no reason', board, { reason: '   because   ' }, 'REASON'],
])('%s switches nothing', async (_, who, given, problem) => {
  expect(await switchRule(who, given)).toBe(problem);
  expect(await owner`select 1 from basic.rule_switch`).toHaveLength(0);
});

test('a switch is in the audit, and nobody takes one back', async () => {
  await switchRule(board, {});
  const [row] = await owner`
    select detail from basic.audit where account_id = 'board@nation' and detail ? 'rule' order by at desc limit 1`;
  expect(row?.detail).toMatchObject({ rule: 'cnlc', inForce: true });
  const attempt = db.database.session(board, (session) =>
    session.run({ text: 'delete from basic.rule_switch', bind: () => [] }),
  );
  await expect(attempt).rejects.toThrow(/permission denied/);
});

test('a version that came after the decision waits for the board', async () => {
  await owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    values (gen_random_uuid(), 'ipi', 0, true, true, 'An older version.', 'board@nation')`;
  expect(await standing('ipi')).toMatchObject({
    inForce: false,
    standing: 'OTHER_VERSION',
    mark: 'SEEN',
  });
});

test('the demonstration shows every rule, and leaves what was decided', async () => {
  await switchRule(board, { inForce: false });
  await switchRulesOfDemonstration(owner);
  expect((await standing('cnlc')).inForce).toBe(false);
  expect((await standing('npi')).inForce).toBe(true);
});

describe('a rule is tried with a file', () => {
  const tried = async (rule: string, format: 'CSV' | 'JSON', content: string) =>
    ask(
      board,
      `query ($rule: ID!, $format: RuleFileFormat!, $content: String!) {
        tryClinicalRule(rule: $rule, format: $format, content: $content) {
          problem { en zh } total unreadable agreeing differing
          cases { where { en zh } answer missing error { en zh } notApplicable { en } explanation { en } differences { at expected got } } } }`,
      { rule, format, content },
    );

  test('answers, explanations and differences come out, what differs first', async () => {
    const { data } = await tried(
      'fong',
      'CSV',
      'primary_node_positive,disease_free_months,liver_metastases,cea_ng_mL,largest_cm,expected\n' +
        'yes,6,3,250,6,5\nno,12,1,200,5,0\nno,11,1,200,5,0\nno,12,1,-1,5,\n',
    );
    expect(data.tryClinicalRule).toMatchObject({
      ...{ problem: null, total: 4, unreadable: 1, agreeing: 2, differing: 1 },
      cases: [
        {
          where: { en: 'line 4', zh: '第4行' },
          answer: '1',
          differences: [{ expected: '"0"', got: '1' }],
        },
        {
          where: { en: 'line 5' },
          error: {
            en: 'cea_ng_mL: -1 is not between 0 and 1000000',
            zh: 'cea_ng_mL：-1不在0至1000000之间',
          },
        },
        { where: { en: 'line 2' }, answer: '5' },
        { where: { en: 'line 3' }, answer: '0' },
      ],
    });
  });

  test.each([
    ['ipi', 'JSON', '{', /not JSON/],
    ['ipi', 'CSV', 'age,shoe size\n1,2\n', /field shoe size/],
    ['ipi', 'JSON', JSON.stringify(Array(2001).fill({})), /more than 2000 cases/],
  ] as const)(
    '%s, %s: the whole file is refused with words',
    async (rule, format, content, said) => {
      const { data } = await tried(rule, format, content);
      expect(data.tryClinicalRule.problem.en).toMatch(said);
    },
  );

  test('a file of more than 1 MB, and a rule there is not, are refused', async () => {
    const large = await tried('ipi', 'CSV', 'a'.repeat(1_000_001));
    const unknown = await tried('astrology', 'CSV', '');
    expect([large.codes, unknown.codes]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  });
});
