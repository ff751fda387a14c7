import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sqlStatement } from '@nodp/database';
import { startWorker, type Worker } from '@nodp/database/jobs/worker';
import { askerOf, principalOf } from '@nodp/graph/testing';
import {
  dataExportFile,
  dataExportJob,
  deleteExpiredExports,
  research,
} from '@nodp/subgraph-research';
import { folderOf, literal } from '@nodp/warehouse';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql as raw } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportsCommand } from '../../apps/cli/src/exports/command.ts';
import { type Setting, setUp } from '../cohorts/setting.ts';
import { application } from './application.ts';
import { downloadFrom, openedBy } from './taken-away.ts';

let setting: Setting;
let sql: postgres.Sql;
let ask: ReturnType<typeof askerOf>;
let folder: string;
let worker: Worker;
let identity: string;
let recipientKey: string;
const failures: Error[] = [];

beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  folder = await mkdtemp(join(tmpdir(), 'nodp-data-exports-'));
  sql = postgres(setting.db.ownerUrl, { max: 1, onnotice: () => {} });
  ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
  worker = await startWorker(setting.db.ownerUrl, {
    jobs: [dataExportJob({ ownerUrl: setting.db.ownerUrl, releases: setting.folder, folder })],
    onError: (error) => failures.push(error),
  });
  identity = await generateX25519Identity();
  recipientKey = await identityToRecipient(identity);
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await sql.end();
  await setting.end();
  await rm(folder, { recursive: true });
});

const anna = { ...principalOf('RESEARCHER', null), accountId: 'anna' };
const bert = { ...anna, accountId: 'bert' };
const stranger = { ...anna, accountId: 'stranger' };
const carl = { ...principalOf('DATA_MANAGER', null), accountId: 'carl' };
const dora = { ...carl, accountId: 'dora' };
type Who = typeof anna;

const done = async (who: Who, document: string, variables: Record<string, unknown>) => {
  const { data, messages } = await ask(who, document, variables);
  expect(messages).toEqual([]);
  return data;
};
const active = async (more: object = {}): Promise<string> => {
  const step = (who: Who, id: string, kind: string, other: object = {}) =>
    done(
      who,
      'mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { id } }',
      { input: { id, kind, ...other } },
    );
  const { putResearchProject } = await done(
    anna,
    'mutation ($input: ResearchProjectInput!) { putResearchProject(input: $input) { id } }',
    { input: { title: 'Stage by region', members: [], application: { ...application, ...more } } },
  );
  const { id } = putResearchProject;
  await step(anna, id, 'SUBMIT');
  for (const who of [carl, dora]) await step(who, id, 'VOTE', { ballot: 'YES' });
  await step(carl, id, 'APPROVE', { words: 'Fine.', countsPerDay: 1000 });
  return id;
};

const fields = `id state problem { en } mine download expiresOn deletedAt sha256 openSteps steps { kind words }
  elements { table column } recipient { institution } proposal { k l suppressedShare generalised { name further } sensitive { leftOutShare } }`;
const request = (who: Who, project: string, more: object = {}) =>
  ask(
    who,
    `mutation ($input: DataExportInput!) { requestDataExport(input: $input) { ${fields} } }`,
    {
      input: {
        ...{ project, release: 1, format: 'CSV', recipientKey },
        ...{ recipientName: 'Anna Wu', recipientInstitution: 'Northern University' },
        ...more,
      },
    },
  );
const step = (who: Who, id: string, kind: string, words = '') =>
  ask(
    who,
    `mutation ($input: DataExportStepInput!) { stepDataExport(input: $input) { ${fields} } }`,
    { input: { id, kind, words } },
  );
const listed = async (who: Who, project: string) =>
  (
    await done(who, `query ($id: ID!) { researchProject(id: $id) { exports { ${fields} } } }`, {
      id: project,
    })
  ).researchProject?.exports;
/** The export once the job has brought it to a state. */
const until = async (who: Who, project: string, ...states: string[]) =>
  await expect
    .poll(
      async () => {
        if (failures[0] !== undefined) throw failures[0];
        return (await listed(who, project))[0].state;
      },
      { timeout: 30_000, interval: 100 },
    )
    .toSatisfy((state: string) => states.includes(state))
    .then(async () => (await listed(who, project))[0]);
const packed = async (project: string, more: object = {}) => {
  const { data, messages } = await request(anna, project, more);
  expect(messages).toEqual([]);
  const { id } = data.requestDataExport;
  await until(anna, project, 'PROPOSED');
  await step(anna, id, 'CONSENT');
  await until(anna, project, 'PACKED');
  return id as string;
};
const download = (who: Who, path: string) => downloadFrom(setting.db.database, folder)(who, path);
const opened = async (answer: Response) =>
  openedBy(identity, new Uint8Array(await answer.arrayBuffer()));
/** A file of an archive as text. */
const textOf = (files: ReadonlyMap<string, Buffer>, name: string): string =>
  files.get(name)?.toString('utf8') ?? '';

test('rows leave once they were consented to and a second person released them; the leaked part tells its recipient', async () => {
  const project = await active();
  const { data } = await request(anna, project);
  expect(data.requestDataExport).toMatchObject({ state: 'REQUESTED', mine: true });
  const proposed = await until(anna, project, 'PROPOSED');
  expect(proposed.proposal).toMatchObject({ k: 5, l: 2 });
  expect(proposed.proposal.generalised.map(({ name }: { name: string }) => name)).toEqual([
    ...['sex', 'age_group', 'site_group'],
  ]);
  expect(proposed.openSteps).toEqual(['CONSENT', 'WITHDRAW']);
  const { id } = proposed;
  // Another member of the project reads it and does nothing; nobody else knows of it.
  expect((await listed(bert, project))[0]).toMatchObject({ mine: false, openSteps: [] });
  expect((await step(carl, id, 'RELEASE')).messages[0]).toMatch('does not stand');
  await step(anna, id, 'CONSENT');
  const ready = await until(carl, project, 'PACKED');
  expect(ready.openSteps).toEqual(['RELEASE', 'DECLINE']);
  expect((await step(anna, id, 'RELEASE')).messages[0]).toMatch('committee');
  expect((await download(anna, `/data-exports/${id}`)).status).toBe(404);
  await step(carl, id, 'RELEASE');
  const [released] = await listed(anna, project);
  expect(released).toMatchObject({ state: 'RELEASED', download: `/data-exports/${id}` });
  expect((await listed(carl, project))[0].download).toBeNull();
  for (const who of [bert, stranger, carl])
    expect((await download(who, `/data-exports/${id}`)).status).toBeGreaterThanOrEqual(403);

  const answer = await download(anna, released.download);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const files = await opened(answer);
  expect([...files.keys()].sort()).toEqual(['cases.csv', 'manifest.json', 'persons.csv']);
  const [header, ...rows] = textOf(files, 'cases.csv').trim().split('\n');
  expect(header).toBe('person_key,sex,age_group,site_group,stage,survival_days,died');
  const classes = Map.groupBy(
    rows.map((row) => row.split(',')),
    ([, sex, age, site]) => `${sex} ${age} ${site}`,
  );
  for (const [, of] of classes)
    expect(new Set(of.map(([key]) => key)).size).toBeGreaterThanOrEqual(5);
  // l-diversity: where all who are alike are known to have died, or all to live, nothing says so.
  for (const [, of] of classes) {
    const died = new Set(of.map((row) => row[6]).filter((value) => value !== ''));
    expect(died.size).not.toBe(1);
  }
  const manifest = JSON.parse(textOf(files, 'manifest.json'));
  expect(manifest).toMatchObject({
    project: { title: 'Stage by region', ethicsNumber: 'EC-2026-017' },
    release: { number: 1 },
    recipient: { institution: 'Northern University' },
    conditions: '',
  });
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
    'cases.csv',
    'persons.csv',
  ]);

  // The same rows for somebody else have other keys and another mark.
  const other = await packed(project);
  await step(dora, other, 'RELEASE');
  const others = await opened(await download(anna, `/data-exports/${other}`));
  const keys = new Set(rows.map((row) => row.split(',')[0]));
  const [, ...otherRows] = textOf(others, 'cases.csv').trim().split('\n');
  expect(otherRows).toHaveLength(rows.length);
  expect(otherRows.filter((row) => keys.has(row.split(',')[0] ?? ''))).toEqual([]);

  // One row in a hundred, without keys, in another order.
  const leaked = join(folder, 'leaked.csv');
  const few = rows
    .filter((_, i) => i % 100 === 7)
    .map((row) => row.split(',').slice(4).reverse().join(','));
  await writeFile(leaked, `died,survival_days,stage\n${few.join('\n')}\n`);
  const said: string[] = [];
  const home = join(folder, 'home');
  await mkdir(home);
  await symlink(setting.folder, join(home, 'releases'));
  const env = { NODP_HOME: home, DATABASE_URL: setting.db.ownerUrl };
  expect(
    await exportsCommand(['trace', leaked, '--table', 'cases'], env, (line) => said.push(line)),
  ).toBe(0);
  expect(said.join('\n')).toContain('Anna Wu, Northern University');
  const register = await sql`select id from research.data_export order by requested_at`;
  expect(said.find((line) => line.includes(register[0]?.id))).toMatch(/1 in/);
  expect(said.find((line) => line.includes(register[1]?.id)) ?? 'no more than chance').toMatch(
    'chance',
  );

  // The register tells everybody who researches what left, and no more.
  const { exportRegister } = await done(
    stranger,
    '{ exportRegister { edges { node { project institution release state certified elements { table } } } } }',
    {},
  );
  expect(exportRegister.edges).toHaveLength(2);
  expect(exportRegister.edges[0].node).toMatchObject({
    ...{ project: 'Stage by region', institution: 'Northern University', release: 1 },
    ...{ state: 'RELEASED', certified: false },
  });

  // Its last day over, the file is deleted and says so; the recipient certifies the same.
  await sql`update research.data_export set expires_on = '2026-01-01' where id = (select min(id::text)::uuid from research.data_export)`;
  expect(await deleteExpiredExports(sql, folder, '2026-01-02')).toHaveLength(1);
  const expired = (await listed(anna, project)).find((one: { id: string }) => one.id === id);
  expect(expired).toMatchObject({ state: 'EXPIRED', download: null, openSteps: ['CERTIFY'] });
  expect(expired.deletedAt).not.toBeNull();
  expect((await download(anna, `/data-exports/${id}`)).status).toBe(404);
  await expect(readFile(dataExportFile(folder, String(register[0]?.id)))).rejects.toThrow('ENOENT');
  expect((await step(anna, id, 'CERTIFY')).messages[0]).toMatch('Say why');
  await step(anna, id, 'CERTIFY', 'All copies were deleted on 3 January 2026.');
  expect(
    (await listed(anna, project)).at(-1).steps.map(({ kind }: { kind: string }) => kind),
  ).toEqual([...['CONSENT', 'RELEASE', 'CERTIFY']]);
  const steps =
    await sql`select distinct detail ->> 'step' as step from basic.audit where detail ? 'dataExport'`;
  expect(steps.map((row) => row.step).sort()).toEqual([
    ...['CERTIFY', 'CONSENT', 'DOWNLOAD', 'RELEASE', 'REQUEST'],
  ]);
}, 120_000);

test('what was not granted never leaves', async () => {
  const project = await active();
  const refused = async (more: object, who = anna) =>
    (await request(who, project, more)).messages[0];
  expect(await refused({}, stranger)).toMatch('no such project');
  expect(await refused({ release: 2 })).toMatch('not granted');
  expect(await refused({ recipientKey: 'ssh-rsa AAAA' })).toMatch('age');
  // A well-formed key, of a point of which every secret is known: nothing is encrypted to it.
  const lowOrder = `age1${'q'.repeat(52)}5cu47z`;
  expect(await refused({ recipientKey: lowOrder })).toMatch('age');
  expect(await refused({ elements: [{ table: 'cases', column: 'residence' }] })).toMatch(
    'cases.residence was not granted',
  );
  const aggregates = await active({
    elements: [{ table: 'cases', column: 'sex', permissions: ['AGGREGATES'] }],
  });
  expect((await request(anna, aggregates)).messages[0]).toMatch('no column for export');
});

test('a project that is suspended gets nothing out, whatever was packed before', async () => {
  const project = await active();
  const released = await packed(project);
  await step(dora, released, 'RELEASE');
  expect((await download(anna, `/data-exports/${released}`)).status).toBe(200);
  const id = await packed(project);
  await done(
    carl,
    'mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { id } }',
    { input: { id: project, kind: 'SUSPEND', words: 'A member left.' } },
  );
  expect((await download(anna, `/data-exports/${released}`)).status).toBe(404);
  expect((await step(dora, id, 'RELEASE')).messages[0]).toMatch('not in force');
  await step(dora, id, 'DECLINE', 'The project is suspended.');
  expect(await deleteExpiredExports(sql, folder, '2026-01-02')).toHaveLength(1);
  expect((await request(anna, project)).messages[0]).toMatch('not in force');
});

test('what an amendment took back is not taken away, though it was released before', async () => {
  const project = await active();
  const released = await packed(project);
  await step(dora, released, 'RELEASE');
  expect((await download(anna, `/data-exports/${released}`)).status).toBe(200);
  const amended = async (more: object) => {
    const take = (who: Who, kind: string, other: object) =>
      done(
        who,
        'mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { id } }',
        { input: { id: project, kind, ...other } },
      );
    await take(anna, 'AMEND', {
      words: 'Less is needed.',
      application: { ...application, ...more },
    });
    for (const who of [carl, dora]) await take(who, 'VOTE', { ballot: 'YES' });
    await take(carl, 'APPROVE', { words: 'Fine.', countsPerDay: 1000 });
    const { status } = await download(anna, `/data-exports/${released}`);
    return [status, (await listed(anna, project))[0].download === null];
  };
  expect(await amended({ sites: ['lung'] })).toEqual([404, true]);
  expect(await amended({})).toEqual([200, false]);
  const elements = application.elements.filter(({ column }) => column !== 'died');
  expect(await amended({ elements })).toEqual([404, true]);
}, 120_000);

test('too few of one site are refused with the reason, and a site that was granted is all that leaves', async () => {
  const few = await active({ sites: ['eye'] });
  await request(anna, few);
  const refused = await until(anna, few, 'REFUSED', 'PROPOSED');
  expect(refused).toMatchObject({
    state: 'REFUSED',
    problem: { en: expect.stringMatching('Too few') },
  });
  const lung = await active({ sites: ['lung'] });
  const id = await packed(lung, { format: 'PARQUET' });
  await step(carl, id, 'RELEASE');
  const [one] = await sql`select id from research.data_export order by requested_at desc limit 1`;
  expect((await readFile(dataExportFile(folder, String(one?.id)))).subarray(0, 21).toString()).toBe(
    'age-encryption.org/v1',
  );
  const files = await opened(await download(anna, `/data-exports/${id}`));
  await writeFile(join(folder, 'cases.parquet'), files.get('cases.parquet') ?? '');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const sites = await connection.runAndReadAll(
    `select count(*)::integer, any_value(site_group) from read_parquet(${literal(join(folder, 'cases.parquet'))})`,
  );
  const all = await connection.runAndReadAll(
    `select count(*)::integer from read_parquet(${literal(join(setting.folder, folderOf(1), 'cases.parquet'))}) where site_group = 'lung'`,
  );
  const [[rows, site] = []] = sites.getRows();
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThanOrEqual(Number(all.getRows()[0]?.[0]));
  // A release this small has organ systems at its finest.
  expect(['lung', 'thoracic']).toContain(site);
  connection.closeSync();
  await rm(dataExportFile(folder, String(one?.id)));
  expect((await download(anna, `/data-exports/${id}`)).status).toBe(404);
});

test('the database itself lets nobody release what the same account requested', async () => {
  const project = await active();
  await packed(project);
  const both = { ...carl, accountId: 'anna' };
  await expect(
    setting.db.database.session(both, (session) =>
      session.transaction(async () => {
        await session.run(
          sqlStatement(
            raw`update research.data_export set state = 'RELEASED' where state = 'PACKED' returning id`,
          ),
          {},
        );
      }),
    ),
  ).rejects.toThrow(/row-level security/);
});
