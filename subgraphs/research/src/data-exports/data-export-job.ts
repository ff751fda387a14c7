import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CohortDefinition } from '@nodp/cohorts';
import { notInRelease } from '@nodp/cohorts/engine';
import { PlatformError } from '@nodp/database';
import type { Job, JobWork } from '@nodp/database/jobs';
import type { Label } from '@nodp/terminology';
import { createReleases, disclosureSecret, folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { parseInput } from '../cohorts/definition-input.ts';
import { personsFile } from '../export/persons.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { Manifest } from '../release/manifest.ts';
import type { DataExportRow, Proposal } from './data-export.ts';
import { describeDataExport } from './describe.ts';
import { dataExportFile } from './files.ts';
import { FORMATS } from './formats/registry.ts';
import { filesOf, packEncrypted } from './pack.ts';
import { type Asked, type Protected, protect } from './protect.ts';
import { secretsOf } from './secrets.ts';
import { makeSentTables } from './sent-tables.ts';

/** The kind of job that works out what has to be generalised, and makes the files once that is consented to. */
const DATA_EXPORT = 'data-export';

export interface DataExportJobOptions {
  readonly ownerUrl: string;
  /** Folder of the releases. */
  readonly releases: string;
  /** Folder of the encrypted files that wait for their recipients. */
  readonly folder: string;
}

interface Wanted extends DataExportRow {
  readonly definition: CohortDefinition | null;
  readonly title: string;
  readonly ethicsNumber: string;
  readonly conditions: string;
}

const TOO_FEW: Label = {
  en: 'Too few persons are left: nothing can leave so that five at least are alike. Ask for fewer columns or a wider cohort.',
  zh: '剩余人数过少，无法保证至少五人特征相同，不能导出。请减少数据项或扩大队列。',
};
const OLD_RELEASE: Label = {
  en: 'The release was built by an older version, from which no cohort can be exported. Ask for a newer release.',
  zh: '该发布版由旧版本生成，无法导出其中的队列，请申请更新的发布版。',
};
const NOT_IN_RELEASE: Label = {
  en: 'The release has not what the cohort asks for.',
  zh: '该发布版不含队列定义所需的内容。',
};

const read = async (sql: postgres.Sql, id: string): Promise<Wanted | null> => {
  const [row] = await sql<
    Wanted[]
  >`select e.*, p.title, coalesce(p.application ->> 'ethicsNumber', '') as ethics_number,
      coalesce(g.conditions, '') as conditions
    from research.data_export e join research.project p on p.id = e.project_id
    left join research.project_grant g on g.project_id = p.id where e.id = ${id}`;
  return row ?? null;
};

/** Keys of the cohort's persons; null where the release has not what the cohort asks for. */
const cohortOf = async (
  { releases }: DataExportJobOptions,
  asked: CohortDefinition,
  number: number,
): Promise<Int32Array | null> => {
  const { definition, asked: said, problems } = parseInput(asked);
  const opened = createReleases({ folder: releases });
  try {
    const unanswered = notInRelease(said, await opened.lacking(number));
    if ([...problems, ...unanswered].some(({ severity }) => severity === 'error')) return null;
    const { cohorts, cases } = await opened.open(number);
    const { row } = await cohorts.members([definition]);
    return row.map((at) => cases.person[at] as number);
  } finally {
    await opened.close();
  }
};

const manifestOf = async (releases: string, number: number): Promise<Manifest> =>
  JSON.parse(await readFile(join(releases, folderOf(number), 'manifest.json'), 'utf8')) as Manifest;

interface Work {
  readonly options: DataExportJobOptions;
  readonly sql: postgres.Sql;
  readonly wanted: Wanted;
  readonly job: JobWork;
}

/** Ends where the export was taken back or declined meanwhile. */
const goesOn = async ({ sql, wanted }: Work): Promise<boolean> => {
  const [now] = await sql`select state from research.data_export where id = ${wanted.id}`;
  return now?.state === wanted.state;
};

const tell = async ({ sql, wanted, job }: Work, step: string, share: number): Promise<void> => {
  await job.progress(step, share);
  await sql`update research.data_export set share = ${share} where id = ${wanted.id} and state = ${wanted.state}`;
};

const refuse = async ({ sql, wanted }: Work, problem: Label) => {
  await sql`update research.data_export set state = 'REFUSED', problem = ${JSON.stringify(problem)}::text::jsonb
    where id = ${wanted.id} and state = ${wanted.state}`;
  return { state: 'REFUSED' };
};

const pack = async (
  work: Work,
  asked: Asked,
  {
    connection,
    found,
    manifest,
  }: {
    connection: Parameters<typeof protect>[0];
    found: Protected;
    manifest: Manifest;
  },
) => {
  const { options, wanted, sql, job } = work;
  const { signal } = job;
  const secrets = secretsOf(await disclosureSecret(options.releases), wanted.id);
  const { levels } = found.proposal;
  const order = { ...secrets, folder: options.releases, number: asked.number, levels };
  const tables = await makeSentTables(connection, { ...order, elements: asked.elements }, signal);
  await tell(work, 'WRITING', 0.6);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const files = await mkdtemp(join(options.folder, '.packing-'));
  try {
    await FORMATS[wanted.format].write({ connection, tables, signal }, files);
    const { definition, cohortHash } = wanted;
    const described = describeDataExport({
      ...{ id: wanted.id, tables, format: wanted.format, sites: wanted.sites },
      project: { id: wanted.projectId, title: wanted.title, ethicsNumber: wanted.ethicsNumber },
      release: { number: manifest.number, checksum: manifest.checksum },
      cohort: definition === null || cohortHash === null ? null : { hash: cohortHash, definition },
      ...{ requestedBy: wanted.requestedByName, recipient: wanted.recipient },
      ...{ proposal: found.proposal, conditions: wanted.conditions, packedAt: new Date() },
      files: await filesOf(files),
    });
    await writeFile(join(files, 'manifest.json'), `${JSON.stringify(described, null, 2)}\n`);
    await tell(work, 'ENCRYPTING', 0.8);
    const target = dataExportFile(options.folder, wanted.id);
    const unfinished = `${target}.part`;
    const { key } = wanted.recipient;
    const sealed = await packEncrypted(
      files,
      { key, prefix: `nodp-${wanted.id}`, target: unfinished },
      signal,
    );
    await rename(unfinished, target);
    const packed =
      await sql`update research.data_export set state = 'PACKED', share = 1, sha256 = ${sealed.sha256}, bytes = ${sealed.bytes},
        manifest = ${JSON.stringify(described)}::text::jsonb
      where id = ${wanted.id} and state = 'CONSENTED' returning id`;
    if (packed.length === 0) await rm(target, { force: true });
    return { state: packed.length === 0 ? 'WITHDRAWN' : 'PACKED' };
  } finally {
    await rm(files, { recursive: true, force: true });
  }
};

/** Whether what was consented to is what would be done now. */
const same = (before: Proposal | null, now: Proposal): boolean =>
  before !== null && JSON.stringify(before.levels) === JSON.stringify(now.levels);

const done = async (work: Work) => {
  const { options, wanted, sql, job } = work;
  const { releases } = options;
  const persons = personsFile(releases, wanted.releaseNumber);
  if (persons === null) return refuse(work, OLD_RELEASE);
  const manifest = await manifestOf(releases, wanted.releaseNumber);
  const { levels } = manifest.export;
  const { definition } = wanted;
  const cohort =
    definition === null ? null : await cohortOf(options, definition, wanted.releaseNumber);
  if (definition !== null && cohort === null) return refuse(work, NOT_IN_RELEASE);
  await tell(work, 'PROTECTING', 0.2);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    temp_directory: join(options.folder, '.spill'),
  });
  const connection = await instance.connect();
  try {
    const asked: Asked = {
      ...{ folder: releases, number: wanted.releaseNumber, persons, cohort },
      ...{ sites: wanted.sites, elements: wanted.elements },
      base: QUASI_IDENTIFIERS.map(({ name }) => levels[name] as number),
    };
    const found = await protect(connection, asked, job.signal);
    if (!found.enough) return refuse(work, TOO_FEW);
    if (!(await goesOn(work))) return { state: 'WITHDRAWN' };
    if (wanted.state === 'CONSENTED' && same(wanted.proposal, found.proposal))
      return await pack(work, asked, { connection, found, manifest });
    await sql`update research.data_export set state = 'PROPOSED', share = 0, proposal = ${JSON.stringify(found.proposal)}::text::jsonb
      where id = ${wanted.id} and state = ${wanted.state}`;
    return { state: 'PROPOSED' };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Works on the export that its parameters name: what has to be generalised; once that is consented to, the files. */
export const dataExportJob = (options: DataExportJobOptions): Job => ({
  kind: DATA_EXPORT,
  run: async (job) => {
    const { export: id } = job.parameters as { readonly export?: unknown };
    if (typeof id !== 'string') throw new PlatformError('usage', 'The job names no export.');
    const sql = postgres(options.ownerUrl, {
      max: 1,
      onnotice: () => {},
      transform: { column: { from: postgres.toCamel } },
    });
    try {
      const wanted = await read(sql, id);
      if (wanted === null) throw new PlatformError('usage', `There is no export ${id}.`);
      if (wanted.state !== 'REQUESTED' && wanted.state !== 'CONSENTED')
        return { state: wanted.state };
      return await done({ options, sql, wanted, job });
    } finally {
      await sql.end();
    }
  },
});
