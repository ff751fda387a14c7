import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '@nodp/terminology';
import { disclosureSecret, folderOf, type Releases } from '@nodp/warehouse';
import type postgres from 'postgres';
import { besideReleases } from '../beside-releases.ts';
import { secretsOf } from '../data-exports/secrets.ts';
import { personsFile } from '../export/persons.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { Manifest } from '../release/manifest.ts';
import { rowElements } from './columns.ts';
import { type Place, personsOf } from './place.ts';
import { runApart } from './run.ts';

/** Whether the rows that a project may see are there to be seen. */
export type RowsState =
  | { readonly state: 'READY'; readonly file: string }
  | { readonly state: 'PREPARING' }
  | { readonly state: 'NONE' }
  | { readonly state: 'REFUSED'; readonly problem: Label };

const TOO_FEW: Label = {
  en: 'Too few persons are left: no rows can be seen so that five at least are alike. Ask for fewer columns or a wider cohort.',
  zh: '剩余人数过少，无法保证至少五人特征相同，不能查看逐行数据。请减少数据项或扩大队列。',
};
const OLD_RELEASE: Label = {
  en: 'The release was built by an older version, whose rows cannot be seen. Ask for a newer release.',
  zh: '该发布版由旧版本生成，不能查看其逐行数据，请申请更新的发布版。',
};
const FAILED: Label = {
  en: 'The rows could not be prepared. Try again; if it stays so, tell the data centre.',
  zh: '逐行数据准备失败，请重试；如仍失败请联系数据中心。',
};

/** Beside the releases, read by the platform's user alone. */
const folderOfRows = (releases: string): string => join(releases, '.workspaces');

/** What names the mark and the keys of a project's rows: a picture or a copy of them tells whose they were. */
const workspaceSecret = (project: string, release: number): string =>
  `workspace ${project} ${release}`;

const nameOf = ({ project, grant, release, cohort }: Place): string => {
  const elements = rowElements(grant.elements).map(({ table, column }) => `${table}.${column}`);
  const what = [elements.sort(), [...grant.sites].sort(), cohort, release.checksum];
  const digest = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
  return `${project.id}-${release.number}-${digest}.duckdb`;
};

type Preparation =
  | { readonly state: 'PREPARING' }
  | { readonly state: 'REFUSED'; readonly problem: Label };
/** By file: the preparations that run, and those whose refusal nobody has been told. */
const preparationsOf = besideReleases(() => new Map<string, Preparation>());

/** Removes what was made of another grant of the same project and release. */
const removeFormer = async (folder: string, { project, release }: Place, now: string) => {
  for (const name of await readdir(folder))
    if (name.startsWith(`${project.id}-${release.number}-`) && !name.startsWith(now))
      await rm(join(folder, name), { force: true, recursive: true });
};

const prepare = async (
  releases: Releases,
  place: Place,
  file: string,
): Promise<Preparation | null> => {
  const { number } = place.release;
  const persons = personsFile(releases.folder, number);
  if (persons === null) return { state: 'REFUSED', problem: OLD_RELEASE };
  const manifest = JSON.parse(
    await readFile(join(releases.folder, folderOf(number), 'manifest.json'), 'utf8'),
  ) as Manifest;
  const folder = folderOfRows(releases.folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeFormer(folder, place, nameOf(place));
  const answer = await runApart({
    kind: 'prepare',
    ...{ file, folder: releases.folder, number, persons, sites: place.grant.sites },
    cohort: await personsOf(releases, place),
    elements: rowElements(place.grant.elements),
    base: QUASI_IDENTIFIERS.map(({ name }) => manifest.export.levels[name] as number),
    ...secretsOf(
      await disclosureSecret(releases.folder),
      workspaceSecret(place.project.id, number),
    ),
  });
  if (answer.kind === 'prepared')
    return answer.enough ? null : { state: 'REFUSED', problem: TOO_FEW };
  return { state: 'REFUSED', problem: answer.kind === 'refused' ? answer.words : FAILED };
};

/** The rows of a workspace; they begin to be prepared where they are not there yet. */
export const rowsOf = (releases: Releases, place: Place): RowsState => {
  if (rowElements(place.grant.elements).length === 0) return { state: 'NONE' };
  const file = join(folderOfRows(releases.folder), nameOf(place));
  if (existsSync(file)) return { state: 'READY', file };
  const preparations = preparationsOf(releases);
  const known = preparations.get(file);
  if (known !== undefined) {
    // A refusal is told once, so that asking again tries again.
    if (known.state === 'REFUSED') preparations.delete(file);
    return known;
  }
  preparations.set(file, { state: 'PREPARING' });
  void prepare(releases, place, file).then(
    (refused) => (refused === null ? preparations.delete(file) : preparations.set(file, refused)),
    (error: unknown) => {
      preparations.set(file, { state: 'REFUSED', problem: FAILED });
      process.emitWarning(error as Error);
    },
  );
  return { state: 'PREPARING' };
};

/**
 * Deletes the rows of projects whose grant is in force no more.
 * @param today YYYY-MM-DD of the national calendar @returns names of the files
 */
export const deleteClosedWorkspaces = async (
  sql: postgres.Sql,
  releases: string,
  today: string,
): Promise<string[]> => {
  const folder = folderOfRows(releases);
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  if (names.length === 0) return [];
  const rows = await sql<{ id: string }[]>`select g.project_id as id from research.project_grant g
    join research.project p on p.id = g.project_id where p.state = 'ACTIVE' and not g.closed and g.until >= ${today}::date`;
  const open = new Set(rows.map(({ id }) => id));
  const over = names.filter((name) => !open.has(name.slice(0, 36)));
  for (const name of over) await rm(join(folder, name), { force: true, recursive: true });
  return over;
};
