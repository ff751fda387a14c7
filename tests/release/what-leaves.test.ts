import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DISEASE_TABLES,
  disclosureSecret,
  folderOf,
  personBits,
  secretFor,
  TABLES,
} from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readParquet } from './parquet.ts';
import { idOf } from './pool.ts';
import { type Setting, setUp } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await setUp();
});
afterAll(() => setting.end());

describe('what leaves', () => {
  test('every column is in the dictionary, and no other', async () => {
    for (const { name, columns } of TABLES) {
      const [row] = await readParquet(setting.released, name, 'limit 1');
      expect(Object.keys(row ?? {})).toEqual(columns.map((column) => column.name));
    }
    const written = JSON.parse(await readFile(join(setting.released, 'manifest.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(setting.manifest)));
  });

  test('what the dictionary says a column is made from is there', async () => {
    const rows =
      await setting.sql`select table_schema || '.' || table_name as table, column_name as column
      from information_schema.columns`;
    const there = new Set(rows.flatMap(({ table, column }) => [table, `${table}.${column}`]));
    // 'patients.patient.died_on, last_contact_on': later columns are of the first one's table.
    const sources = TABLES.flatMap(({ columns }) => columns.map(({ source }) => source))
      .filter((source) => source !== null)
      .flatMap((source) => {
        const [first = '', ...more] = source.split(', ');
        const table = first.split('.').slice(0, 2).join('.');
        return [first, ...more.map((column) => `${table}.${column}`)];
      });
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((source) => !there.has(source))).toEqual([]);
  });

  test('no identifier, no free text, no date', async () => {
    const all = (
      await Promise.all(
        [...TABLES, ...DISEASE_TABLES].map(({ name }) => readParquet(setting.released, name)),
      )
    ).flat();
    const text = all.flatMap((row) => Object.values(row)).filter((v) => typeof v === 'string');
    expect(text.length).toBeGreaterThan(20);
    for (const value of text) {
      expect(value).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
      expect(value).not.toMatch(/\d{4}-\d{2}/);
      expect(value).not.toContain('王明');
    }
    expect(JSON.stringify(all, (_, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(
      idOf('Ming'),
    );
  });

  test('another release gives other keys', async () => {
    const keys = new Set<string>();
    for (let i = 0; i < 6; i++) {
      const next = await setting.build();
      const rows = await readParquet(
        join(setting.folder, folderOf(next.number)),
        'cases',
        'order by site_group',
      );
      keys.add(rows.map((row) => row.person_key).join());
      expect(next.cases).toBe(4);
    }
    // Six draws of an order of three people are alike once in 7776 times.
    expect(keys.size).toBeGreaterThan(1);
  }, 60_000);

  test('a person keeps the key for disclosure control, and the files alone do not tell it', async () => {
    const secret = await disclosureSecret(setting.folder);
    const read = async (number: number) => {
      const rows = await readParquet(
        join(setting.folder, folderOf(number)),
        'cases',
        'order by site_group',
      );
      const bits = personBits(secretFor(secret, `release ${number}`), rows.length + 1);
      return rows.map((row) => ({
        stored: row.record_key as number,
        key: (row.record_key as number) ^ (bits[row.person_key as number] as number),
        site: row.site_group,
        person: row.person_key,
      }));
    };
    const next = await setting.build();
    const [first, second] = [await read(setting.manifest.number), await read(next.number)];
    expect(second.map(({ site, key }) => [site, key])).toEqual(
      first.map(({ site, key }) => [site, key]),
    );
    expect(new Set(first.map(({ key }) => key)).size).toBe(3);
    // Four cases of three persons: none of the stored values is found again.
    const stored = new Set(first.map((row) => row.stored));
    expect(second.some((row) => stored.has(row.stored))).toBe(false);
    // What the numbers of persons and cases are moved by.
    const [row] =
      await setting.sql`select persons_key, cases_key from research.release where number = ${next.number}`;
    const sum = (keys: readonly number[]) => keys.reduce((a, key) => (a + key) >>> 0, 0);
    const persons = new Map(second.map(({ person, key }) => [person, key]));
    expect(Number(row?.persons_key)).toBe(sum([...persons.values()]));
    expect(Number(row?.cases_key)).toBe(sum(second.map(({ key }) => key)));
  }, 60_000);

  test('the checksum is that of the files', async () => {
    const lines = await Promise.all(
      [...TABLES, ...DISEASE_TABLES].map(async ({ name }) => {
        const content = await readFile(join(setting.released, `${name}.parquet`));
        return `${createHash('sha256').update(content).digest('hex')}  ${name}.parquet\n`;
      }),
    );
    const sum = createHash('sha256').update(lines.sort().join('')).digest('hex');
    expect(setting.manifest.checksum).toBe(sum);
  });
});

test('no other user of the machine may read a release', async () => {
  const found = await readdir(setting.released, { recursive: true, withFileTypes: true });
  expect(found.length).toBeGreaterThan(10);
  for (const entry of found) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect(mode & 0o777).toBe(entry.isDirectory() ? 0o700 : 0o600);
  }
  expect((await stat(setting.released)).mode & 0o777).toBe(0o700);
});

test('what no rule was asked about is not released as unknown', async () => {
  const retained =
    await setting.sql`delete from patients.tumour_at_diagnosis where age = 69 returning *`;
  await expect(setting.build()).rejects.toMatchObject({
    code: 'release-recompute',
  });
  for (const row of retained)
    await setting.sql`insert into patients.tumour_at_diagnosis ${setting.sql(row)}`;
});

describe('a build that fails', () => {
  const rows = async () => (await setting.sql`select number from research.release`).length;

  test('leaves nothing to be seen, and the next clears what it left', async () => {
    const before = [await rows(), (await readdir(setting.folder)).length];
    const stop = new AbortController();
    const stopped = setting.build({
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === 'DERIVING') stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect([await rows(), (await readdir(setting.folder)).length]).toEqual(before);

    // As a killed process leaves them: a half-built folder, and files without a row.
    await mkdir(join(setting.folder, '.building-killed'));
    await mkdir(join(setting.folder, folderOf(9999)));
    await setting.build();
    const names = await readdir(setting.folder);
    const key = '.disclosure-key';
    const hidden = names.filter((name) => name.startsWith('.') || name === folderOf(9999));
    expect(hidden).toEqual([key]);
    expect(names.filter((name) => name !== key)).toHaveLength(await rows());
  });

  test('and only one builds at a time', async () => {
    const both = await Promise.allSettled([1, 2].map(() => setting.build()));
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((r) => r.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'release-busy' });
  });
});
