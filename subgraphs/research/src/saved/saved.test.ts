import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { randomRows, writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { research } from '../index.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let releases: Releases;
let ask: ReturnType<typeof askerOf>;
const rule = { minimumCell: 1, variance: 0.01, deviation: 1, never: [] };

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-saved-'));
  for (const number of [1, 2]) {
    const path = join(folder, folderOf(number));
    await mkdir(path);
    await writeRelease(path, randomRows(number, 400));
    await sql`insert into research.release (number, built_at, built_by, persons, cases, checksum, vocabulary)
      values (${number}, now(), 'test', 400, 400, ${'0'.repeat(63) + number}, 'test')`;
  }
  releases = createReleases({ folder, rule });
  ask = askerOf(research, db.database, undefined, { releases });
});
afterAll(async () => {
  await releases.close();
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const anna = principalOf('RESEARCHER', null);
const bert = { ...anna, accountId: 'bert' };
const lung = { all: [{ site: ['lung'] }, { sex: ['FEMALE'] }] };

const fields = `id name description mine removedAt project { title } latest { number hash releaseNumber definition note }
  versions { number hash }`;
const asked = async (of: typeof anna, query: string, variables: object = {}) => {
  const { data, messages } = await ask(of, query, variables as Record<string, unknown>);
  expect(messages).toEqual([]);
  return data;
};
const save = async (of: typeof anna, changed: object = {}) =>
  (
    await asked(
      of,
      `mutation ($input: SaveCohortInput!) { saveCohort(input: $input) { ${fields} } }`,
      {
        input: { name: 'Lung', description: 'Women', definition: lung, release: 1, ...changed },
      },
    )
  ).saveCohort;
const list = async (of: typeof anna, removed = false) =>
  (await asked(of, `{ savedCohorts(removed: ${removed}) { ${fields} } }`)).savedCohorts;

test('a saved cohort is cited by the digest that its question has, and nobody else sees it', async () => {
  const saved = await save(anna);
  expect(JSON.parse(saved.latest.definition)).toEqual(lung);
  const { cohort } = await asked(
    anna,
    `query ($d: CohortDefinitionInput!) { cohort(definition: $d, release: 1) { id } }`,
    { d: lung },
  );
  expect(saved.latest.hash).toBe(cohort.id);
  const cited = `{ citedCohort(hash: "${cohort.id}") { id latest { cohort { id } } } }`;
  expect((await asked(anna, cited)).citedCohort).toEqual({
    id: saved.id,
    latest: { cohort: { id: cohort.id } },
  });
  expect((await asked(bert, cited)).citedCohort).toBeNull();
  expect(await list(bert)).toEqual([]);
});

test('a version is added and none is ever changed, in plain words what differs', async () => {
  const { id } = await save(anna, { name: 'Versions' });
  const add = (input: object) =>
    ask(
      anna,
      `mutation ($input: SaveCohortVersionInput!) { saveCohortVersion(input: $input) { ${fields} } }`,
      { input: { id, release: 1, note: '', ...input } },
    );
  const later = {
    all: [{ sex: ['MALE'] }, { site: ['lung'] }, { stage: ['STAGE_IV'] }],
  };
  const second = await add({ definition: later, note: 'Men, stage IV' });
  expect(second.messages).toEqual([]);
  expect(second.data.saveCohortVersion.versions.map((v: { number: number }) => v.number)).toEqual([
    2, 1,
  ]);
  expect((await add({ definition: later })).codes).toEqual(['BAD_USER_INPUT']);
  // Followed to a newer release: the same question, other people.
  const third = await add({ release: 2 });
  expect(third.data.saveCohortVersion.latest).toMatchObject({ number: 3, releaseNumber: 2 });
  const { savedCohort } = await asked(
    anna,
    `{ savedCohort(id: "${id}") { changes(from: 1, to: 2) { kind before { en } after { en zh } } same: changes(from: 2, to: 3) { kind } } }`,
  );
  expect(savedCohort.same).toEqual([]);
  expect(savedCohort.changes).toMatchObject([
    { kind: 'CHANGED', before: { en: 'female' }, after: { en: 'male' } },
    { kind: 'ADDED', before: null, after: { en: expect.stringContaining('IV') } },
  ]);
  // Whatever a program would send, the database holds it.
  const tried = async (text: string) =>
    db.database.session(anna, (session) =>
      session.run({ text, bind: () => [] } as never).then((rows) => rows.length),
    );
  expect(await tried(`update research.saved_cohort_version set hash = 'x' returning number`)).toBe(
    0,
  );
  expect(await tried(`delete from research.saved_cohort_version returning number`)).toBe(0);
});

test('the members of a project see what is shared with it, add versions, and do not rename or remove it', async () => {
  const { putResearchProject } = await asked(
    anna,
    `mutation { putResearchProject(input: { title: "Together", members: ["bert", " "] }) { id members mine } }`,
  );
  expect(putResearchProject).toMatchObject({ members: ['bert'], mine: true });
  const { id } = await save(anna, { name: 'Shared', projectId: putResearchProject.id });
  expect(await list(bert)).toMatchObject([
    { name: 'Shared', mine: false, project: { title: 'Together' } },
  ]);
  await asked(
    bert,
    `mutation { saveCohortVersion(input: { id: "${id}", release: 2, note: "Newer" }) { id } }`,
  );
  const refused = await ask(
    bert,
    `mutation { describeCohort(input: { id: "${id}", name: "Berts", description: "" }) { id } }`,
  );
  expect(refused.codes).toEqual(['BAD_USER_INPUT']);
  expect((await asked(bert, `mutation { removeCohort(id: "${id}") }`)).removeCohort).toBe(false);
  // A project of others is none to share with.
  const berts = await ask(
    bert,
    `mutation { putResearchProject(input: { id: "${putResearchProject.id}", title: "Mine", members: [] }) { id } }`,
  );
  expect(berts.codes).toEqual(['BAD_USER_INPUT']);
  await asked(
    anna,
    `mutation { putResearchProject(input: { id: "${putResearchProject.id}", title: "Together", members: [] }) { id } }`,
  );
  expect(await list(bert)).toEqual([]);
  // Nor does anyone put a cohort before the members of a project that is not theirs, by the graph or around it.
  const planted = await ask(
    bert,
    `mutation ($input: SaveCohortInput!) { saveCohort(input: $input) { id } }`,
    {
      input: {
        ...{ name: 'Planted', description: '', definition: lung, release: 1 },
        projectId: putResearchProject.id,
      },
    },
  );
  expect(planted.codes).toEqual(['BAD_USER_INPUT']);
  const project = (await sql`select id from research.project where title = 'Together'`)[0]?.id;
  const text = `insert into research.saved_cohort (id, owner_id, owner_name, project_id, name, description)
    values (gen_random_uuid(), 'bert', '{}', '${project}', 'Planted', '') returning id`;
  await expect(
    db.database.session(bert, (session) => session.run({ text, bind: () => [] } as never)),
  ).rejects.toThrow('row-level security');
});

test('what is removed leaves the list, is still cited, and comes back', async () => {
  const { id, latest } = await save(anna, { name: 'Gone', definition: { sex: ['MALE'] } });
  expect((await asked(anna, `mutation { removeCohort(id: "${id}") }`)).removeCohort).toBe(true);
  const names = async (removed: boolean) =>
    (await list(anna, removed)).map(({ name }: { name: string }) => name);
  expect(await names(false)).not.toContain('Gone');
  expect(await names(true)).toContain('Gone');
  const { citedCohort } = await asked(
    anna,
    `{ citedCohort(hash: "${latest.hash}") { removedAt } }`,
  );
  expect(citedCohort.removedAt).not.toBeNull();
  await asked(anna, `mutation { restoreCohort(id: "${id}") }`);
  expect(await names(false)).toContain('Gone');
});

test('a definition that cannot be run, a release that is not there and empty words are refused', async () => {
  const tried = async (changed: object) =>
    (
      await ask(anna, `mutation ($input: SaveCohortInput!) { saveCohort(input: $input) { id } }`, {
        input: { name: 'X', description: '', definition: lung, release: 1, ...changed },
      })
    ).codes;
  for (const changed of [
    { name: ' ' },
    { name: 'x'.repeat(121) },
    { description: 'x'.repeat(2001) },
    { release: 9 },
    { definition: { any: [] } },
  ])
    expect(await tried(changed)).toEqual(['BAD_USER_INPUT']);
});

test('the regions of an overlap add up to the cohorts they are of', async () => {
  const definitions = [{ site: ['lung', 'breast'] }, { sex: ['FEMALE'] }, { age: { from: 50 } }];
  const overlap = async (of: object[]) =>
    (
      await asked(
        anna,
        `query ($of: [CohortDefinitionInput!]!) { cohortOverlap(definitions: $of, release: 1) { problems { code } regions { cohorts count { value } } } }`,
        { of },
      )
    ).cohortOverlap;
  const { regions, problems } = await overlap(definitions);
  expect(problems).toEqual([]);
  expect(regions.map(({ cohorts }: { cohorts: number[] }) => cohorts.join(''))).toEqual([
    '0',
    '1',
    '01',
    '2',
    '02',
    '12',
    '012',
  ]);
  const { cohorts } = await releases.open(1);
  for (const { cohorts: chosen, count } of regions) {
    const malignant = { behaviour: ['MALIGNANT' as const] };
    const all = definitions.map((definition, place) => {
      const whole = { all: [malignant, definition] };
      return chosen.includes(place) ? whole : { not: whole };
    });
    const exact = await cohorts.count({ all } as never);
    if (count.value !== null) expect(Math.abs(count.value - exact)).toBeLessThanOrEqual(1);
  }
  const one = await ask(
    anna,
    '{ cohortOverlap(definitions: [{ all: [] }]) { problems { code } } }',
  );
  expect(one.codes).toEqual(['BAD_USER_INPUT']);
});
