import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Setting, setUp } from '../cohorts/setting.ts';
import { application } from './application.ts';

let setting: Setting;
let sql: postgres.Sql;
let ask: ReturnType<typeof askerOf>;
let project: string;

const anna = { ...principalOf('RESEARCHER', null), accountId: 'anna' };
const bert = { ...anna, accountId: 'bert' };
const stranger = { ...anna, accountId: 'stranger' };
const carl = { ...principalOf('DATA_MANAGER', null), accountId: 'carl' };
const dora = { ...carl, accountId: 'dora' };
type Who = typeof anna;

const done = async (who: Who, document: string, variables: Record<string, unknown> = {}) => {
  const { data, messages } = await ask(who, document, variables);
  expect(messages).toEqual([]);
  return data;
};
const step = (who: Who, id: string, kind: string, more: object = {}) =>
  done(who, 'mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { id } }', {
    input: { id, kind, ...more },
  });
const active = async (elements: readonly object[], more: object = {}): Promise<string> => {
  const { putResearchProject } = await done(
    anna,
    'mutation ($input: ResearchProjectInput!) { putResearchProject(input: $input) { id } }',
    {
      input: {
        ...{ title: 'Stage by region', members: [] },
        application: { ...application, elements, ...more },
      },
    },
  );
  const { id } = putResearchProject;
  await step(anna, id, 'SUBMIT');
  for (const who of [carl, dora]) await step(who, id, 'VOTE', { ballot: 'YES' });
  await step(carl, id, 'APPROVE', { words: 'Fine.', countsPerDay: 5000 });
  return id;
};

const rowsOfCases = ['site_group', 'sex', 'stage', 'survival_days', 'died'].map((column) => ({
  ...{ table: 'cases', column },
  permissions: ['ROWS'],
}));
const ELEMENTS = [
  ...rowsOfCases,
  { table: 'persons', column: 'vital_status', permissions: ['ROWS'] },
  { table: 'cases', column: 'basis_of_diagnosis', permissions: ['AGGREGATES'] },
  { table: 'cases', column: 'diagnosis_year', permissions: ['AGGREGATES'] },
  { table: 'treatments', column: 'kind', permissions: ['AGGREGATES'] },
  { table: 'treatments', column: 'intent', permissions: ['EXPORT'] },
];

const workspace = async (who: Who, id: string) =>
  (
    await done(
      who,
      `query ($id: ID!) { workspace(project: $id, release: 1) { rows problem { en } minimumCell
        tables { name columns { name type rows counts } } } }`,
      { id },
    )
  ).workspace;
const ready = async (id: string, who = anna) => {
  await expect
    .poll(async () => (await workspace(who, id)).rows, { timeout: 120_000, interval: 500 })
    .not.toBe('PREPARING');
  return workspace(who, id);
};
const said = (who: Who, text: string, id = project) =>
  ask(
    who,
    `query ($id: ID!, $sql: String!) { workspaceAnswer(project: $id, release: 1, sql: $sql) {
      kind columns { name type } rows truncated mark milliseconds } }`,
    { id, sql: text },
  );
const answered = async (text: string, who = anna, id = project) => {
  const { data, messages } = await said(who, text, id);
  expect(messages).toEqual([]);
  return data.workspaceAnswer;
};
const refused = async (text: string, id = project) => {
  const { data, messages } = await said(anna, text, id);
  expect(data?.workspaceAnswer ?? null).toBeNull();
  return messages[0] as string;
};

beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  sql = postgres(setting.db.ownerUrl, { max: 1, onnotice: () => {} });
  ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
  project = await active(ELEMENTS);
}, 300_000);
afterAll(async () => {
  await sql.end();
  await setting.end();
});

test('rows that were granted are prepared once, generalised, and asked by both accounts of the project', async () => {
  const seen = await ready(project);
  expect(seen).toMatchObject({ rows: 'READY', problem: null, minimumCell: 10 });
  const columns = seen.tables.find(({ name }: { name: string }) => name === 'cases').columns;
  expect(columns.find(({ name }: { name: string }) => name === 'basis_of_diagnosis')).toMatchObject(
    {
      ...{ rows: false, counts: true },
    },
  );
  const answer = await answered('select person_key, site_group, survival_days from cases', bert);
  expect(answer.kind).toBe('ROWS');
  expect(answer.rows).toHaveLength(1000);
  expect(answer.truncated).toBe(true);
  expect(answer.mark).toContain('Stage by region');
  expect(answer.mark).toContain('bert');
  expect(answer.rows[0][0]).toMatch(/^[0-9a-f]{16}$/);
  // Sixteen values of a quasi-identifier combination are shared by five at least.
  const few = await answered(
    'select count(*) from (select sex, site_group from cases group by all having count(distinct person_key) < 5)',
  );
  expect(few.rows).toEqual([['0']]);
});

test('SQL computes: joins, windows, common table expressions', async () => {
  await ready(project);
  const { rows } = await answered(`with last as (
      select person_key, max(survival_days) over (partition by sex) as longest, sex from cases)
    select sex, max(longest) as longest, count(distinct l.person_key) as persons
    from last l join persons p on p.person_key = l.person_key where p.vital_status is not null group by sex order by sex`);
  expect(rows.length).toBeGreaterThan(1);
  expect(Number(rows[0][1])).toBeGreaterThan(0);
  expect((await answered('select 1 + 1 as two')).rows).toEqual([['2']]);
});

test('a column granted for counts is counted through disclosure control, out of the project’s budget', async () => {
  await ready(project);
  const used = async () => (await done(anna, '{ countBudget { used } }')).countBudget.used;
  const before = await used();
  const text = 'select basis_of_diagnosis, count(distinct person_key) as n from cases group by all';
  const answer = await answered(text);
  expect(answer.kind).toBe('COUNTS');
  expect(answer.columns.map(({ name }: { name: string }) => name)).toEqual([
    'basis_of_diagnosis',
    'n',
  ]);
  expect(answer.rows.length).toBeGreaterThan(2);
  for (const [, n] of answer.rows) expect(Number(n)).toBeGreaterThanOrEqual(10);
  expect(await used()).toBeGreaterThan(before);
  // Asked once more it is the same, and costs nothing.
  const after = await used();
  expect((await answered(text)).rows).toEqual(answer.rows);
  expect(await used()).toBe(after);
});

test('a count is that of the persons themselves, moved by nine at most', async () => {
  const { cases } = await setting.releases.open(1);
  const { values, codes } = cases.numbers.diagnosis_year;
  const middle = values[Math.floor(values.length / 2)] as number;
  const [[n]] = (
    await answered(`select count(distinct person_key) from cases where diagnosis_year >= ${middle}`)
  ).rows;
  const exact = new Set(
    [...cases.person].filter((_, row) => (values[(codes[row] as number) - 1] ?? 0) >= middle),
  ).size;
  expect(exact).toBeGreaterThan(20);
  expect(Math.abs(Number(n) - exact)).toBeLessThanOrEqual(9);
});

test('cells of fewer than ten are not in the answer, and nor is how many there were', async () => {
  const { cases } = await setting.releases.open(1);
  const text = (year: number) =>
    `select diagnosis_year, basis_of_diagnosis, count(distinct person_key) from cases where diagnosis_year = ${year} group by all`;
  const { rows } = await answered(text(1800));
  expect(rows).toEqual([]);
  expect(cases.rows).toBeGreaterThan(100);
});

test.each([
  ['select basis_of_diagnosis from cases', 'granted for counts'],
  ['select intent, count(distinct person_key) from treatments group by 1', 'intent is no column'],
  [`select * from read_csv('/etc/passwd')`, 'read_csv is not for a workspace'],
  [
    'with recursive r as (select repeat_ as x from (select 1 as repeat_) union all select x + 1 from r) select count(*) from r, cases a, cases b',
    '20 seconds',
  ],
])(
  '%s is refused with the reason in both languages, and the next is answered',
  async (text, reason) => {
    await ready(project);
    const message = await refused(text);
    expect(message).toContain(reason);
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect((await answered('select 1')).rows).toEqual([['1']]);
  },
  60_000,
);

test('attack: one person more or less does not change an answer', async () => {
  const { cases } = await setting.releases.open(1);
  const years = cases.numbers.diagnosis_year.values;
  const count = async (where: string): Promise<string | undefined> =>
    (await answered(`select count(distinct person_key) from cases where ${where}`)).rows[0]?.[0];
  // The oldest years have few: with and without them the answer is one and the same.
  const [first, second] = years as [number, number];
  const per = (year: number) =>
    [...cases.numbers.diagnosis_year.codes].filter((code) => years[code - 1] === year).length;
  expect(per(first)).toBeGreaterThan(0);
  const all = await count(`diagnosis_year >= ${first}`);
  if (per(first) < 10) expect(await count(`diagnosis_year >= ${second}`)).toBe(all);
  // What is joined or excluded concerns enough persons by itself, or nothing is told.
  for (const part of [
    `or basis_of_diagnosis = 'none such'`,
    `and basis_of_diagnosis <> 'none such'`,
  ])
    expect(
      await refused(
        `select count(distinct person_key) from cases where diagnosis_year >= ${first} ${part}`,
      ),
    ).toContain('Fewer than 10 persons');
});

test('who is not of the project, and whoever when it is suspended, sees nothing', async () => {
  const other = await active(ELEMENTS);
  expect((await said(stranger, 'select 1', other)).messages[0]).toContain('no such project');
  expect((await said(carl as Who, 'select 1', other)).data?.workspaceAnswer ?? null).toBeNull();
  await ready(other);
  expect((await answered('select 1 as one', anna, other)).kind).toBe('ROWS');
  await step(carl, other, 'SUSPEND', { words: 'A member left.' });
  expect((await said(anna, 'select 1', other)).messages[0]).toContain('not in force');
  await step(carl, other, 'RESUME', { words: 'Corrected.' });
  expect((await answered('select 1 as one', anna, other)).kind).toBe('ROWS');
});

test('seeing rows, counting and exporting are three permissions: one gives nothing of another', async () => {
  const counts = await active([{ table: 'cases', column: 'stage', permissions: ['AGGREGATES'] }]);
  expect((await workspace(anna, counts)).rows).toBe('NONE');
  expect(await refused('select stage from cases', counts)).toContain('granted for counts');
  const exported = await active([{ table: 'cases', column: 'stage', permissions: ['EXPORT'] }]);
  expect((await workspace(anna, exported)).rows).toBe('NONE');
  expect(await refused('select stage from cases', exported)).toContain('No column was granted');
  expect(
    await refused('select stage, count(distinct person_key) from cases group by stage', exported),
  ).toContain('No column was granted');
});

test('four statements of an account run or wait, more are not taken; its account alone cancels them', async () => {
  await ready(project);
  const endless =
    'with recursive r as (select 1 as x union all select x + 1 from r) select count(*) from r';
  const over: string[] = [];
  const all = Array.from({ length: 6 }, async () => {
    const { messages } = await said(anna, endless);
    over.push(messages[0] ?? 'answered');
  });
  // None of those taken ends by itself before its 20 seconds: the two that are over were not taken.
  await expect.poll(() => over.length, { timeout: 15_000 }).toBe(2);
  for (const words of over) expect(words).toContain('run or wait already');
  const cancel = (who: Who) => done(who, 'mutation { cancelWorkspaceStatement }');
  expect(await cancel(bert)).toEqual({ cancelWorkspaceStatement: false });
  expect(await cancel(anna)).toEqual({ cancelWorkspaceStatement: true });
  await Promise.all(all);
  expect(over.filter((words) => words.includes('cancelled'))).toHaveLength(4);
  expect((await answered('select 1')).rows).toEqual([['1']]);
}, 60_000);

test('every look is in the access audit, with the statement', async () => {
  await ready(project);
  await answered('select sex from cases limit 3');
  const audited =
    await sql`select detail from basic.audit where account_id = 'anna' and detail ? 'workspace'
    order by at desc, id desc limit 1`;
  expect(audited[0]?.detail).toMatchObject({
    ...{ workspace: 'ROWS', rows: 3, release: 1, sql: 'select sex from cases limit 3' },
  });
});

test('rows are of the granted sites alone, in rows and in counts', async () => {
  const lung = await active(
    [
      { table: 'cases', column: 'site_group', permissions: ['ROWS'] },
      { table: 'cases', column: 'basis_of_diagnosis', permissions: ['AGGREGATES'] },
    ],
    { sites: ['lung'] },
  );
  await ready(lung);
  const { rows } = await answered('select distinct site_group from cases', anna, lung);
  expect(rows.length).toBeLessThanOrEqual(1);
  const of = 'select count(distinct person_key) from cases';
  const [[n]] = (await answered(of, anna, lung)).rows;
  const [[all]] = (await answered(of)).rows;
  expect(Number(n)).toBeLessThan(Number(all));
  const prepared = await readdir(join(setting.folder, '.workspaces'));
  expect(prepared.length).toBeGreaterThan(0);
  for (const name of prepared)
    expect((await stat(join(setting.folder, '.workspaces', name))).mode & 0o777, name).toBe(0o600);
});

const VARIANTS = ['gene', 'result', 'kind'].map((column) => ({
  ...{ table: 'variants', column },
  permissions: ['ROWS'],
}));
const oncoprint = (who: Who, id: string, more = '') =>
  ask(
    who,
    `query ($id: ID!) { workspaceOncoprint(project: $id, release: 1${more}) {
      persons tested altered columns mark genes { gene altered tested column kind notTested }
      tracks { name value } choices { gene altered } pairs { first second both } } }`,
    { id },
  );

test('persons by alterations: for those who may see such rows, of genes that five share, and in the audit', async () => {
  const id = await active([...rowsOfCases, ...VARIANTS]);
  await ready(id);
  const { data, messages } = await oncoprint(anna, id, ', tracks: ["cases.stage"]');
  expect(messages).toEqual([]);
  const found = data.workspaceOncoprint;
  expect(found.choices.length).toBeGreaterThan(0);
  for (const { altered } of found.choices) expect(altered).toBeGreaterThanOrEqual(5);
  expect(found.columns).toHaveLength(Math.min(10_000, found.persons));
  expect(found.columns[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(found.tracks).toMatchObject([{ name: 'cases.stage' }]);
  expect(found.tracks[0].value).toHaveLength(found.columns.length);
  // The same rows by SQL: as many persons altered.
  const [first] = found.genes;
  const [[altered]] = (
    await answered(
      `select count(distinct person_key) from variants where gene = '${first.gene}' and result = 'FOUND'`,
      anna,
      id,
    )
  ).rows;
  expect(Number(altered)).toBe(first.altered);
  expect(new Set(first.column).size).toBe(first.altered);
  // A kind of change that fewer than five share is not said.
  const few = await answered(
    'select count(*) from (select gene, kind from variants where kind is not null group by all having count(distinct person_key) < 5)',
    anna,
    id,
  );
  expect(few.rows).toEqual([['0']]);
  const audited = await sql`select detail from basic.audit where account_id = 'anna'
    and detail ->> 'workspace' = 'ONCOPRINT' order by at desc, id desc limit 1`;
  expect(audited[0]?.detail).toMatchObject({
    ...{ project: expect.any(String), rows: found.columns.length, tracks: ['cases.stage'] },
  });
  expect((await oncoprint(stranger, id)).messages[0]).toContain('no such project');
  expect((await oncoprint(anna, id, ', genes: ["NOGENE"]')).messages[0]).toContain('HGNC');
  expect(
    (await oncoprint(anna, id, ', tracks: ["cases.basis_of_diagnosis"]')).messages[0],
  ).toContain('were not granted');
}, 180_000);

test('without rows of changes of genes there are no columns of one person, and such rows never leave', async () => {
  await ready(project);
  expect((await oncoprint(anna, project)).messages[0]).toContain('variants.gene');
  const { messages } = await ask(
    anna,
    'mutation ($input: ResearchProjectInput!) { putResearchProject(input: $input) { id } }',
    {
      input: {
        ...{ title: 'Genes away', members: [] },
        application: {
          ...application,
          elements: [{ table: 'variants', column: 'gene', permissions: ['EXPORT'] }],
        },
      },
    },
  );
  expect(messages[0]).toContain('never leave');
});
