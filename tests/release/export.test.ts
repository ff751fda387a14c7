import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askerOf } from '@nodp/graph/testing';
import { copyExport, research } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseCommand } from '../../apps/cli/src/release/command.ts';
import { elsewhere, manager, researcher, type Setting, setUp } from '../cohorts/setting.ts';
import { readParquet } from './parquet.ts';

let setting: Setting;
let out: string;
beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  out = await mkdtemp(join(tmpdir(), 'nodp-export-'));
}, 120_000);
afterAll(async () => {
  await setting.end();
  await rm(out, { recursive: true });
});

const manifestOf = async (number: number) =>
  JSON.parse(await readFile(join(setting.folder, folderOf(number), 'manifest.json'), 'utf8'));

/** Persons of the export by all that the quasi-identifiers say of their cases. */
const classesOf = async (folder: string): Promise<number[]> => {
  const rows = await readParquet(folder, 'cases', 'order by person_key, case_number');
  const persons = new Map<unknown, string>();
  for (const { person_key, sex, age_group, diagnosed, residence, site_group } of rows)
    persons.set(
      person_key,
      (persons.get(person_key) ?? '') +
        [sex, age_group, diagnosed, residence, site_group].join('|'),
    );
  const sizes = new Map<string, number>();
  for (const name of persons.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return [...sizes.values()];
};

test('a release of the nation is exported five alike at least, and nothing else leaves', async () => {
  const target = join(out, 'first');
  const { reached } = await copyExport(setting.folder, 1, target);
  const tables = ['persons', 'cases', 'treatments', 'biomarkers', 'outcomes', 'laboratory'];
  expect((await readdir(target)).sort()).toEqual(
    [...tables.map((name) => `${name}.parquet`), 'manifest.json'].sort(),
  );
  const sizes = await classesOf(target);
  expect(Math.min(...sizes)).toBe(reached);
  expect(reached).toBeGreaterThanOrEqual(5);
  const { export: report } = await manifestOf(1);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(report.persons - report.suppressed);
  expect(report.suppressed / report.persons).toBeLessThanOrEqual(0.05);
  expect(report.uniqueBefore / report.persons).toBeGreaterThan(0.9);
  expect(report.uniqueAfter).toBe(0);
  const told = JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8'));
  expect(told).toMatchObject({ release: 1, k: 5, reached, uniqueAfter: 0 });
  // Every column of a file is in the dictionary that goes with it, and no other.
  for (const { table, columns } of told.dictionary) {
    const [row] = await readParquet(target, table, 'limit 1');
    expect(Object.keys(row ?? {})).toEqual(columns.map(({ name }: { name: string }) => name));
  }
});

test('the manifest is read through the graph, its numbers disclosed', async () => {
  const ask = askerOf(research, setting.db.database, undefined, { releases: setting.releases });
  const query = `{ release { export { k reached persons { value } uniqueBefore { value } dayError intervalError
    quasiIdentifiers { name level coarsest generalisedTo { en zh } } tables { name columns { name leaves { zh } } } } } }`;
  const { data, messages } = await ask(researcher, query);
  expect(messages).toEqual([]);
  const { export: report } = await manifestOf(1);
  const told = data.release.export;
  expect(told).toMatchObject({ k: 5, reached: report.reached, dayError: 14, intervalError: 28 });
  expect(
    told.quasiIdentifiers.map((q: { name: string; level: number }) => [q.name, q.level]),
  ).toEqual(Object.entries(report.levels));
  expect(Math.abs(told.persons.value - (report.persons - report.suppressed))).toBeLessThanOrEqual(
    9,
  );
  for (const who of [manager, elsewhere]) expect((await ask(who, query)).codes).toEqual([]);
});

test('the next release keeps everybody alike in both exports; its rows have other keys and other days', async () => {
  await setting.build();
  const target = join(out, 'second');
  await copyExport(setting.folder, 2, target);
  const { export: report } = await manifestOf(2);
  expect(report.smallest).toBeGreaterThanOrEqual(5);
  expect(Math.min(...(await classesOf(target)))).toBeGreaterThanOrEqual(5);
  const days = async (folder: string) =>
    new Set(
      (await readParquet(folder, 'cases', 'where survival_days > 400')).map(
        (row) => `${row.person_key} ${row.survival_days}`,
      ),
    );
  const [first, second] = [await days(join(out, 'first')), await days(target)];
  expect([...first].filter((row) => second.has(row)).length / first.size).toBeLessThan(0.05);
});

test('the operator exports with a reason, which stands in the audit; without one nothing leaves', async () => {
  const home = join(out, 'home');
  await mkdir(home);
  await symlink(setting.folder, join(home, 'releases'));
  const env = { NODP_HOME: home, DATABASE_URL: setting.db.ownerUrl };
  const target = join(out, 'operator');
  await expect(releaseCommand(['export', '1', target], env)).rejects.toMatchObject({
    code: 'usage',
  });
  const why = 'project 12, Fudan';
  expect(await releaseCommand(['export', '1', target, '--reason', why], env)).toBe(0);
  expect(await readdir(target)).toContain('cases.parquet');
  const sql = postgres(setting.db.ownerUrl, { max: 1 });
  const rows =
    await sql`select role, detail from basic.audit where operation = 'nodp release export'`;
  await sql.end();
  expect(rows).toEqual([
    { role: 'OPERATOR', detail: { release: '1', folder: target, reason: why } },
  ]);
});

test('what cannot be exported is refused: no such release, a folder with files, a file that was changed', async () => {
  await expect(copyExport(setting.folder, 77, join(out, 'none'))).rejects.toMatchObject({
    code: 'usage',
  });
  await expect(copyExport(setting.folder, 1, join(out, 'first'))).rejects.toMatchObject({
    code: 'usage',
  });
  await writeFile(join(setting.folder, folderOf(2), 'export', 'cases.parquet'), 'other rows');
  await expect(copyExport(setting.folder, 2, join(out, 'changed'))).rejects.toMatchObject({
    code: 'export',
  });
});
