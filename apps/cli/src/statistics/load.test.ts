import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { statisticsCommand } from './command.ts';

const AGES = Array.from({ length: 18 }, (_, i) => (i === 17 ? '85+' : `${5 * i}-${5 * i + 4}`));
const lived = (ages: readonly string[]) =>
  ['registry,period,sex,age,person_years', ...ages.map((age) => `A,2015,male,${age},1000`)].join(
    '\n',
  );
const about =
  'id,name_en,name_zh,source_en,source_zh,citation,licence,published\nmade-up,Made up,虚构,us,我们,none,CC0,yes';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-load-'));
  await writeFile(join(folder, 'about.csv'), about);
  await writeFile(join(folder, 'registries.csv'), 'registry,name_en,name_zh,province\nA,A,甲,');
  // What is no table is passed over.
  await writeFile(join(folder, 'README.md'), 'nothing');
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(folder, { recursive: true }));

const checked = async (personYears: string, cases: string) => {
  await writeFile(join(folder, 'lived.csv'), personYears);
  await writeFile(join(folder, 'cases.csv'), `registry,period,sex,site,age,cases\n${cases}`);
  const said: string[] = [];
  for (const to of ['log', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => void said.push(line));
  // Nothing is loaded: no database is asked for.
  return { code: await statisticsCommand(['load', '--check', folder], {}), said: said.join('\n') };
};

test('files without a fault are checked, and what was read is said', async () => {
  const { code, said } = await checked(lived(AGES), 'A,2015,male,lung,60-64,7');
  expect(code).toBe(0);
  expect(said).toContain('made-up (registry data, 1 registries) checked');
  expect(said).toMatch(/rows of 4 files/);
});

test.each([
  [
    'a cancer of the other sex',
    lived(AGES),
    'A,2015,male,ovary,60-64,7',
    /line 2, sex: .*other sex/,
  ],
  ['out of range', lived(AGES), 'A,2015,male,lung,60-64,7000', /line 2, age: .*more than the/],
  ['no number', lived(AGES), 'A,2015,male,lung,60-64,-1', /line 2, cases: .*-1/],
  [
    'an age group is missing',
    lived(AGES.filter((age) => age !== '40-44')),
    'A,2015,male,lung,60-64,7',
    /lived\.csv.*40-44/,
  ],
])('%s: told by file, line and remedy, and the command fails', async (_, py, cases, where) => {
  const { code, said } = await checked(py, cases);
  expect(code).toBe(1);
  expect(said).toMatch(where);
  expect(said).toContain('Nothing was loaded: 1 errors.');
});
