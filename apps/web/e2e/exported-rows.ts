/** The rows of saved cohorts as a data access committee lets them leave, and R's figures of them. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { extract } from 'tar-stream';
import { expect } from './roles.ts';

/** Whether R with its survival package is there to be asked. */
export const hasR = (): boolean =>
  spawnSync('Rscript', ['--vanilla', '-e', 'stopifnot(requireNamespace("survival"))']).status === 0;

type Ask = (document: string, variables: object) => Promise<Record<string, unknown>>;

/** A client of the graph with a token of its own. */
const clientOf = async (baseURL: string, account: string) => {
  const answer = await fetch(`${baseURL}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: 'nodp-demo' }),
  });
  expect(answer.status).toBe(200);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask: Ask = async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const told = await fetch(`${baseURL}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = (await told.json()) as { data: never; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  return { ask, headers };
};

const COLUMNS = ['sex', 'case_number', 'survival_days', 'died'];

const applicationOf = (cohort: string) => ({
  ...{ purpose: 'The figures of a study once more.', questions: 'Are they the same?', cohort },
  ...{ population: 'The cohort.', sites: [], releases: [1], team: [], ethicsNumber: 'EC-2026-018' },
  ...{
    funding: 'None',
    publicationPlan: 'None',
    until: `${new Date().getUTCFullYear() + 1}-06-30`,
  },
  elements: COLUMNS.map((column) => ({ table: 'cases', column, permissions: ['EXPORT'] })),
});

const filesOf = async (identity: string, sealed: Uint8Array) => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const files = new Map<string, string>();
  const reading = extract();
  reading.end(gunzipSync(await decrypter.decrypt(sealed)));
  for await (const entry of reading) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    files.set(entry.header.name.split('/').at(-1) ?? '', Buffer.concat(parts).toString());
  }
  return files;
};

/** The rows of a saved cohort as CSV, by a project of its own, two votes, consent and release. */
const rowsOf = async (baseURL: string, cohort: string): Promise<string> => {
  const [me, first, second] = await Promise.all(
    ['researcher', 'data-manager-national', 'data-access-committee'].map((account) =>
      clientOf(baseURL, account),
    ),
  );
  if (!me || !first || !second) throw new Error('three accounts');
  const identity = await generateX25519Identity();
  const input = { title: `Rows of ${cohort}`, members: [], application: applicationOf(cohort) };
  const { putResearchProject } = await me.ask(
    'mutation ($input: ResearchProjectInput!) { putResearchProject(input: $input) { id } }',
    { input },
  );
  const { id } = putResearchProject as { id: string };
  const step = ({ ask }: { ask: Ask }, kind: string, more: object = {}) =>
    ask('mutation ($input: ProjectStepInput!) { stepResearchProject(input: $input) { id } }', {
      input: { id, kind, ...more },
    });
  await step(me, 'SUBMIT');
  for (const member of [first, second]) await step(member, 'VOTE', { ballot: 'YES' });
  await step(first, 'APPROVE', { words: 'Fine.', countsPerDay: 5000 });
  const { requestDataExport } = await me.ask(
    'mutation ($input: DataExportInput!) { requestDataExport(input: $input) { id } }',
    {
      input: {
        ...{ project: id, release: 1, format: 'CSV' },
        ...{ recipientName: 'Anna Wu', recipientInstitution: 'Northern University' },
        recipientKey: await identityToRecipient(identity),
      },
    },
  );
  const out = (requestDataExport as { id: string }).id;
  const state = async () => {
    const { researchProject } = await me.ask(
      'query ($id: ID!) { researchProject(id: $id) { exports { id state } } }',
      { id },
    );
    return (researchProject as { exports: { state: string }[] }).exports[0]?.state;
  };
  const stepExport = ({ ask }: { ask: Ask }, kind: string) =>
    ask('mutation ($input: DataExportStepInput!) { stepDataExport(input: $input) { id } }', {
      input: { id: out, kind },
    });
  await expect.poll(state, { timeout: 120_000 }).toBe('PROPOSED');
  await stepExport(me, 'CONSENT');
  await expect.poll(state, { timeout: 120_000 }).toBe('PACKED');
  await stepExport(second, 'RELEASE');
  const sealed = await fetch(`${baseURL}/data-exports/${out}`, { headers: me.headers });
  expect(sealed.status).toBe(200);
  const files = await filesOf(identity, new Uint8Array(await sealed.arrayBuffer()));
  return files.get('cases.csv') ?? '';
};

export interface Ratio {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * R's adjusted ratio of the second cohort against the first, by the platform's own script on the exported rows.
 * @param hashes of the saved cohorts
 */
export const ratioByR = async (
  baseURL: string,
  hashes: readonly string[],
  script: string,
): Promise<Ratio & { readonly persons: readonly number[] }> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-study-'));
  const persons: number[] = [];
  for (const [i, hash] of hashes.entries()) {
    const arm = join(folder, String.fromCharCode(65 + i));
    const rows = await rowsOf(baseURL, hash);
    const keys = rows
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    persons.push(new Set(keys).size);
    await mkdir(arm);
    await writeFile(join(arm, 'cases.csv'), rows);
  }
  const file = join(folder, 'comparison.R');
  await writeFile(file, script);
  await promisify(execFile)('Rscript', ['--vanilla', file, folder]);
  const lines = (await readFile(join(folder, 'results', 'cox.csv'), 'utf8')).trim().split('\n');
  const cells = (line: string): string[] => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const names = cells(lines[0] ?? '');
  const row = lines.map(cells).find(([model, term]) => model === 'adjusted' && term === 'cohortB');
  const of = (name: string): number => Number(row?.[names.indexOf(name)]);
  return { ratio: of('ratio'), lower: of('lower'), upper: of('upper'), persons };
};
