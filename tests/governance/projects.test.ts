import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import { createReleases } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application } from './application.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let ask: ReturnType<typeof askerOf>;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  ask = askerOf(research, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

const anna = { ...principalOf('RESEARCHER', null), accountId: 'anna' };
const bert = { ...anna, accountId: 'bert' };
const stranger = { ...anna, accountId: 'stranger' };
const carl = { ...principalOf('DATA_MANAGER', null), accountId: 'carl' };
const dora = { ...carl, accountId: 'dora' };
const ofHospital = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000001');
type Who = typeof anna;

const fields = `id title state members openSteps pending { kind application { until } }
  grant { conditions countsPerDay until inForce elements { table column permissions } }
  steps { number kind words ballot letter { en zh } } deadlines { kind due overdue mine }`;
const put = (who: Who, more: object = {}) =>
  ask(
    who,
    `mutation ($input: ResearchProjectInput!) { putResearchProject(input: $input) { ${fields} } }`,
    {
      input: { title: 'Stage by region', members: [], application, ...more },
    },
  );
const step = (who: Who, id: string, kind: string, more: object = {}) =>
  ask(
    who,
    `mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { ${fields} } }`,
    {
      input: { id, kind, ...more },
    },
  );
const one = async (who: Who, id: string) =>
  (await ask(who, `query ($id: ID!) { researchProject(id: $id) { ${fields} } }`, { id })).data
    ?.researchProject;
const taken = async (who: Who, id: string, kind: string, more: object = {}) => {
  const { data, messages } = await step(who, id, kind, more);
  expect(messages).toEqual([]);
  return data.stepResearchProject;
};
const drafted = async (): Promise<string> => (await put(anna)).data.putResearchProject.id;
const budgetOf = async (who: Who) =>
  (await ask(who, '{ countBudget { perDay used } }')).data.countBudget;
const usual = 20_000;

test('from an application by questions and a vote to an active project with a budget of its accounts together', async () => {
  const id = await drafted();
  // A draft is its writer's and the members'.
  expect(await one(carl, id)).toBeNull();
  expect(await one(bert, id)).toMatchObject({ state: 'DRAFT', openSteps: [] });
  expect((await taken(anna, id, 'SUBMIT')).state).toBe('SUBMITTED');
  expect(await one(stranger, id)).toBeNull();
  expect(await one(ofHospital, id)).toBeNull();
  expect((await put(anna, { id, title: 'Another' })).messages[0]).toMatch('amendment');

  await taken(carl, id, 'ASK', { words: 'Why the ages?' });
  expect((await one(anna, id)).deadlines).toMatchObject([{ kind: 'ANSWER', mine: true }]);
  await put(anna, { id });
  await taken(anna, id, 'ANSWER', { words: 'Age confounds.' });

  await taken(carl, id, 'VOTE', { ballot: 'YES' });
  const early = await step(carl, id, 'APPROVE', { words: 'Fine.', countsPerDay: 50_000 });
  expect(early.messages[0]).toMatch('2 members');
  await taken(dora, id, 'VOTE', { ballot: 'YES' });
  const approved = await taken(dora, id, 'APPROVE', {
    ...{ words: 'Worth knowing.', conditions: 'No linkage.', countsPerDay: 50_000 },
  });
  expect(approved).toMatchObject({
    state: 'ACTIVE',
    grant: { conditions: 'No linkage.', countsPerDay: 50_000, inForce: true },
  });
  // Who applied reads the letter in both languages and no vote.
  const seen = await one(anna, id);
  expect(seen.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
    'SUBMIT',
    'ASK',
    'ANSWER',
    'APPROVE',
  ]);
  expect(seen.steps.at(-1).letter.zh).toContain('批准');
  expect((await one(carl, id)).steps).toHaveLength(6);

  // What one account asks, the other has less.
  expect(await budgetOf(anna)).toEqual({ perDay: 50_000, used: 0 });
  await sql`insert into basic.asked_counts (account_id, day, question, counts)
    values ('bert', (now() at time zone 'Asia/Shanghai')::date, 'q', 700)`;
  expect(await budgetOf(anna)).toEqual({ perDay: 50_000, used: 700 });
  expect(await budgetOf(stranger)).toEqual({ perDay: usual, used: 0 });

  await taken(carl, id, 'SUSPEND', { words: 'A member left.' });
  expect(await budgetOf(anna)).toEqual({ perDay: usual, used: 0 });
  expect((await one(anna, id)).grant.inForce).toBe(false);
  await taken(carl, id, 'RESUME', { words: 'Corrected.' });
  expect((await budgetOf(anna)).perDay).toBe(50_000);

  await taken(anna, id, 'REPORT', { words: 'Published as …' });
  await taken(carl, id, 'END', { words: 'Report accepted.' });
  expect(await one(anna, id)).toMatchObject({ state: 'ENDED', openSteps: [], deadlines: [] });
  expect((await budgetOf(anna)).perDay).toBe(usual);
  const audited = await sql`select detail ->> 'step' as step from basic.audit
    where action = 'change' and detail ? 'project' order by at`;
  expect(audited.map(({ step: kind }) => kind)).toEqual([
    ...['SUBMIT', 'ASK', 'ANSWER', 'VOTE', 'VOTE', 'APPROVE'],
    ...['SUSPEND', 'RESUME', 'REPORT', 'END'],
  ]);
});

const active = async (): Promise<string> => {
  const id = await drafted();
  await taken(anna, id, 'SUBMIT');
  for (const who of [carl, dora]) await taken(who, id, 'VOTE', { ballot: 'YES' });
  await taken(carl, id, 'APPROVE', { words: 'Fine.', countsPerDay: 1000 });
  return id;
};

test('an amendment is decided like an application; refused, the project goes on as it was', async () => {
  const id = await active();
  const more = {
    ...application,
    elements: [{ table: 'laboratory', column: 'analyte', permissions: ['EXPORT'] }],
    team: [],
  };
  await taken(anna, id, 'AMEND', { words: 'A further question.', application: more });
  expect((await one(carl, id)).deadlines[0]).toMatchObject({ kind: 'DECIDE', mine: true });
  for (const who of [carl, dora]) await taken(who, id, 'VOTE', { ballot: 'NO' });
  const refused = await taken(carl, id, 'REJECT', { words: 'Not needed.' });
  expect(refused).toMatchObject({ state: 'ACTIVE', pending: null, members: ['bert'] });
  expect(refused.grant.elements).toHaveLength(application.elements.length);

  await taken(anna, id, 'AMEND', { words: 'Once more.', application: more });
  for (const who of [carl, dora]) await taken(who, id, 'VOTE', { ballot: 'YES' });
  const granted = await taken(carl, id, 'APPROVE', { words: 'Needed.', countsPerDay: 1000 });
  expect(granted.grant.elements).toEqual(more.elements);
  expect(granted.members).toEqual([]);
  // No counts of anything are granted: no larger budget, and none is left of the former grant.
  for (const who of [anna, bert]) expect((await budgetOf(who)).perDay).toBe(usual);
});

test('a member with a conflict of interest does not decide; the reason stays with the committee', async () => {
  const id = await drafted();
  await taken(anna, id, 'SUBMIT');
  await taken(carl, id, 'CONFLICT', { words: 'She was my student.' });
  expect((await step(carl, id, 'VOTE', { ballot: 'NO' })).messages[0]).toMatch('conflict');
  const { steps } = await one(anna, id);
  expect(JSON.stringify(steps)).not.toContain('student');
});

test.each([
  [
    { elements: [{ table: 'cases', column: 'name', permissions: ['ROWS'] }] },
    'no column cases.name',
  ],
  [
    { elements: [{ table: 'cases', column: 'diagnosis_month', permissions: ['EXPORT'] }] },
    'never leave',
  ],
  [{ elements: [] }, 'at least one data element'],
  [{ until: '2020-01-01' }, 'after today'],
  [{ releases: [] }, '1 to 20 releases'],
  [{ sites: ['nowhere'] }, 'no site group'],
  [{ purpose: ' ' }, 'The purpose is empty'],
])('an application that says %j is refused', async (changed, message) => {
  const { messages } = await put(anna, { application: { ...application, ...changed } });
  expect(messages[0]).toMatch(message);
  expect(messages[0]).toMatch(/[\u4e00-\u9fff]/);
});

test('attack: nobody but the committee writes what is granted, and no step is changed', async () => {
  const id = await active();
  const run = (text: string) =>
    db.database.session(anna, (session) => session.run({ text, bind: () => [] }));
  expect(
    await run(`update research.project_grant set counts_per_day = 999999 returning 1`),
  ).toEqual([]);
  await expect(run(`update research.project_step set words = 'x'`)).resolves.toEqual([]);
  await expect(
    run(`insert into research.project_step (project_id, number, kind, round, by_id, by_name, words, detail)
      select id, 99, 'APPROVE', 1, 'carl', '{}', '', '{}' from research.project`),
  ).rejects.toThrow('row-level security');
  expect((await one(anna, id)).grant.countsPerDay).toBe(1000);
});
