import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cohortCommand } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-cohort-'));
});
afterAll(() => rm(folder, { recursive: true }));

const put = async (name: string, json: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json));
  return path;
};

/** The command's end, and what it said beside the result. */
const run = async (...args: string[]) => {
  const said: string[] = [];
  const error = vi.spyOn(console, 'error').mockImplementation((line: string) => {
    said.push(line);
  });
  const code = await cohortCommand(['circe', ...args]);
  error.mockRestore();
  return { code, said };
};

it('writes a definition of ours as circe’s, which comes back as it went', async () => {
  const ours = { all: [{ site: ['lung'] }, { treatment: { drugs: ['osimertinib'] } }] };
  const [circe, back] = [join(folder, 'circe.json'), join(folder, 'back.json')];
  expect(await run(await put('ours.json', ours), '--out', circe)).toEqual({ code: 0, said: [] });
  expect((await run(circe, '--out', back)).code).toBe(0);
  expect(JSON.parse(await readFile(back, 'utf8'))).toEqual(ours);
});

it('names what circe has no equivalent of, in Chinese where asked', async () => {
  const path = await put('stage.json', { all: [{ site: ['lung'] }, { stage: ['STAGE_IV'] }] });
  const { code, said } = await run(path, '--out', join(folder, 'x.json'), '--language', 'zh');
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^未表达: all\.1\.stage: circe 没有对应的条件/)]);
});

it('reads what ATLAS exports around a definition, prints it, and says what its checker finds', async () => {
  const path = await put('atlas.json', {
    id: 7,
    name: 'Deaths',
    expression: JSON.stringify({ PrimaryCriteria: { CriteriaList: [{ Death: {} }] } }),
  });
  const text = join(folder, 'deaths.md');
  const { code, said } = await run(path, '--print', '--out', text);
  expect(code).toBe(0);
  expect(await readFile(text, 'utf8')).toContain('1. death of any form.');
  expect(said).toContainEqual(expect.stringContaining('[no-concept-set]'));
});

it('says where a definition cannot be read', async () => {
  const path = await put('wrong.json', { PrimaryCriteria: { CriteriaList: [{ Diagnosis: {} }] } });
  const { code, said } = await run(path);
  expect(code).toBe(2);
  expect(said.join()).toMatch(/PrimaryCriteria\.CriteriaList\.0\.Diagnosis/);
  expect((await run(await put('cut.json', '{"PrimaryCriteria":'))).code).toBe(2);
});
