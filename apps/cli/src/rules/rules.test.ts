import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { rulesCommand } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterAll(() => rm(folder, { recursive: true }));

const said: string[] = [];
const complained: string[] = [];
beforeEach(() => {
  said.length = complained.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => vi.restoreAllMocks());

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const heading = 'site,edition,classification,t,n,m,factors,stage_group';

test('every rule is listed with its version and source, and one with its fields', async () => {
  expect(await rulesCommand(['list'])).toBe(0);
  expect(said.join('\n')).toContain('stage-group (version 3)');
  expect(said.join('\n')).toContain(
    'size_mm, grade, positive_nodes, neoadjuvant, metastatic; expected: score, group',
  );
  said.length = 0;
  expect(await rulesCommand(['list', 'stage-group', '--language', 'zh'])).toBe(0);
  expect(said.join('\n')).toMatch(/诊断日期[\s\S]*stage_group/);
});

test('a file whose expected values are met ends with 0, and each answer is explained', async () => {
  const path = await file('good.csv', `${heading}\ncolorectum,8,p,T3,N1b,M0,,IIIB\n`);
  expect(await rulesCommand(['try', 'stage-group', path])).toBe(0);
  expect(said).toEqual(['line 2: IIIB\n    pT3 pN1b cM0 → IIIB, AJCC 8, colon and rectum']);
  expect(complained).toEqual([
    'stage-group (version 3): 1 cases; 1 with expected values, 0 of them different.',
  ]);
});

test('what is said of a file is Chinese where that is asked for', async () => {
  const path = await file(
    'chinese.csv',
    `${heading}\n结肠癌,8,病理,T3,N1b,M0,,3C\n结肠癌,8,q,T3,N1b,M0,,\n`,
  );
  expect(await rulesCommand(['try', 'stage-group', path, '--language', 'zh'])).toBe(2);
  expect(said.join()).toMatch(/^第2行: IIIB[\s\S]*不一致：预期3C，得到IIIB/);
  expect(complained[0]).toMatch(/^第3行: 字段classification：“q”不属于/);
  expect(complained[1]).toBe(
    'stage-group (版本3): 共2例；1例有预期值，其中1例不一致；1例无法读取。',
  );
});

test('a difference is said and ends with 1', async () => {
  const path = await file('other.csv', `${heading}\ncolorectum,8,p,T3,N1b,M0,,3C\n`);
  expect(await rulesCommand(['try', 'stage-group', path])).toBe(1);
  expect(said.join()).toContain('DIFFERS: expected 3C, got IIIB');
});

test('a value that cannot be read is said by line and field and ends with 2', async () => {
  const path = await file('bad.csv', `${heading}\ncolorectum,8,q,T3,N1b,M0,,3C\n`);
  expect(await rulesCommand(['try', 'stage-group', path])).toBe(2);
  expect(complained[0]).toMatch(/^line 2: field classification: “q” is none of c, clinical/);
});

test('answers as JSON, a case a line', async () => {
  const path = await file(
    'one.json',
    '[{"given": {"site": "colorectum", "edition": 8, "t": "T1", "n": "N0"}}]',
  );
  expect(await rulesCommand(['try', 'stage-group', path, '--json'])).toBe(0);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ decision: { value: 'I' }, differences: null });
});

test.each([
  [['try', 'no-rule', 'x.csv'], 'There is no rule no-rule'],
  [['try', 'stage-group', 'x.txt'], '.csv or .json'],
  [['try', 'stage-group'], 'nodp rules try RULE FILE'],
  [['list', '--language', 'fr'], 'en or zh'],
])('%o is refused with what there is', async (args, message) => {
  await expect(rulesCommand(args)).rejects.toThrow(message);
});

test('a file that is too large or not of the form is refused as a whole', async () => {
  const large = await file('large.json', `[${'{},'.repeat(1_700_000)}{}]`);
  await expect(rulesCommand(['try', 'stage-group', large])).rejects.toThrow('more than 5 MB');
  const open = await file('open.csv', `${heading}\n"colorectum\n`);
  await expect(rulesCommand(['try', 'stage-group', open])).rejects.toThrow(
    'open.csv, line 2: a quotation mark',
  );
});

test('persons of a CSV file are answered in another, which is never written over', async () => {
  const path = await file('persons.csv', 'name,age,male,platelets_10e9_L\na,60,true,199\nb,x,,\n');
  const out = join(folder, 'answers.csv');
  expect(await rulesCommand(['try', 'page-b', path, '--answers', out])).toBe(0);
  const lines = (await readFile(out, 'utf8')).trim().split('\r\n');
  expect(lines[1]).toContain('2,a,60,true,199,20,high');
  expect(lines[2]).toContain('a number from 0 to 130');
  await expect(rulesCommand(['try', 'page-b', path, '--answers', out])).rejects.toThrow(
    'there already',
  );
});
