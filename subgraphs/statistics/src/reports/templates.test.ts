import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statistics } from '../index.ts';

let db: TestDatabase;
let asker: ReturnType<typeof askerOf>;
beforeAll(async () => {
  db = await testDatabase();
  asker = askerOf(statistics, db.database, undefined, {
    releases: createReleases({ folder: 'none' }),
  });
});
afterAll(() => db.end());

const anna = principalOf('POLICYMAKER', null);
const bert = { ...anna, accountId: 'another-policymaker' };
const question = JSON.stringify({ measure: 'CASES', by: ['SEX'] });
const report = {
  name: 'Yearly report',
  address: '?title=Yearly&b1=fby%3DSEX',
  blocks: [{ text: 'An introduction.' }, { questions: [question] }],
};
const saved = 'name address savedAt blocks { text questions }';
const list = async (of: typeof anna) => {
  const { data, messages } = await asker(of, `{ savedReports { ${saved} } }`);
  expect(messages).toEqual([]);
  return data.savedReports;
};
const save = (of: typeof anna, changed: object = {}) =>
  asker(of, `mutation ($report: SavedReportInput!) { saveReport(report: $report) { ${saved} } }`, {
    report: { ...report, ...changed },
  });
const remove = (of: typeof anna, name: string) =>
  asker(of, 'mutation ($name: String!) { removeReport(name: $name) }', { name });

test('a report is saved, opened again as it was, and replaced by the next of its name', async () => {
  const { data } = await save(anna);
  expect(data.saveReport).toMatchObject({
    ...{ name: report.name, address: report.address },
    blocks: [
      { text: 'An introduction.', questions: [] },
      { text: null, questions: [question] },
    ],
  });
  await save(anna, { address: '?title=Changed' });
  await save(anna, { name: '  Another ' });
  expect(
    (await list(anna)).map((one: { name: string; address: string }) => [one.name, one.address]),
  ).toEqual([
    ['Another', report.address],
    ['Yearly report', '?title=Changed'],
  ]);
});

test('nobody sees, replaces or removes the report of another account', async () => {
  expect(await list(bert)).toEqual([]);
  await save(bert, { address: '?title=Berts' });
  expect((await remove(bert, 'Another')).data.removeReport).toBe(false);
  expect(await list(anna)).toHaveLength(2);
  expect((await remove(bert, report.name)).data.removeReport).toBe(true);
  expect((await list(anna)).map(({ address }: { address: string }) => address)).toContain(
    '?title=Changed',
  );
  expect((await remove(anna, 'Another')).data.removeReport).toBe(true);
});

test.each([
  ['no name', { name: '  ' }, 'has no name'],
  ['a long name', { name: 'x'.repeat(121) }, 'has 121 signs'],
  ['a long address', { address: 'x'.repeat(12_001) }, 'Shorten it to 12000'],
  ['an empty block', { blocks: [{}] }, 'Block 1 is neither'],
  ['both at once', { blocks: [{ text: 'x', questions: [question] }] }, 'Block 1 is neither'],
  ['no JSON', { blocks: [{ text: 'x' }, { questions: ['{'] }] }, 'Block 2 is neither'],
  ['JSON that is no question', { blocks: [{ questions: ['[1]'] }] }, 'Block 1 is neither'],
  ['too many blocks', { blocks: Array(25).fill({ text: 'x' }) }, '24 at most'],
])('%s is refused with what to do', async (_, changed, reason) => {
  const { messages, codes } = await save(anna, changed);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(messages[0]).toContain(reason);
});

test('a hundred reports of an account, one more is refused, one of them is replaced', async () => {
  const carl = { ...anna, accountId: 'carl' };
  for (let i = 0; i < 100; i++) await save(carl, { name: `Report ${i}` });
  expect((await save(carl, { name: 'One more' })).messages[0]).toContain('100 reports are saved');
  expect((await save(carl, { name: 'Report 7' })).messages).toEqual([]);
  expect(await list(carl)).toHaveLength(100);
});
