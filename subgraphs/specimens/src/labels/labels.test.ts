import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specimens } from '../index.ts';
import { labelsOf } from './labels.ts';
import { putLabels } from './put-labels.ts';
import { readLabels } from './read-labels.ts';

const HEADING = 'drug,authority,indication,biomarker,date,source_url';
/** A drug that no authority knows: labels are not invented, in tests neither. */
const line = (more: Partial<Record<string, string>> = {}): string => {
  const cells = {
    ...{ drug: 'Examplinib', authority: 'NMPA', indication: '"Lung, example"', biomarker: 'EGFR' },
    ...{ date: '2026-01-31', source_url: 'https://example.org/label' },
    ...more,
  };
  return Object.values(cells).join(',');
};
const file = (...lines: string[]): string => [HEADING, ...lines].join('\n');

describe('a file of labels', () => {
  test('is read as it is written; a biomarker may be left out', () => {
    expect(readLabels(file(line(), line({ authority: 'ema', biomarker: '' })))).toEqual([
      {
        drug: 'Examplinib',
        authority: 'NMPA',
        indication: 'Lung, example',
        biomarker: 'EGFR',
        date: '2026-01-31',
        source: 'https://example.org/label',
      },
      expect.objectContaining({ authority: 'EMA', biomarker: null }),
    ]);
  });

  test.each([
    ['no heading', line(), 'there is no column `drug`', 1],
    ['an authority that is not kept', file(line({ authority: 'PMDA' })), 'NMPA, FDA, EMA', 2],
    ['a day that does not exist', file(line(), line({ date: '2026-02-30' })), 'YYYY-MM-DD', 3],
    ['no source', file(line({ source_url: '' })), '`source_url` is empty', 2],
    ['a source that is no address', file(line({ source_url: 'label' })), 'https://', 2],
    ['a script for a source', file(line({ source_url: 'javascript:1' })), 'https://', 2],
    ['too long', file(line({ drug: 'x'.repeat(101) })), 'more than 100 characters', 2],
  ])('with %s is refused with its line', (_, text, message, at) => {
    let thrown: unknown;
    try {
      readLabels(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ line: at, message: expect.stringContaining(message) });
  });
});

test('a drug is one drug by whichever name it is written, and one without label has none', () => {
  const [label] = readLabels(file(line({ drug: 'Gefitinib' })));
  if (label === undefined) throw new Error('The label was not read.');
  const byDrug = new Map([['gefitinib', [label]]]);
  expect(labelsOf(byDrug, ['gefitinib', 'GEFITINIB ', '吉非替尼'])).toEqual([label]);
  expect(labelsOf(byDrug, ['Osimertinib'])).toEqual([]);
});

describe('sets', () => {
  let db: TestDatabase;
  let sql: postgres.Sql;
  beforeAll(async () => {
    db = await testDatabase();
    sql = postgres(db.ownerUrl, { max: 1 });
  });
  afterAll(async () => {
    await sql.end();
    await db.end();
  });

  const sets = async () => {
    const { data, messages } = await askerOf(specimens, db.database)(
      principalOf('DATA_MANAGER', null),
      '{ drugLabelSets { asOf labels loadedBy inForce } }',
    );
    expect(messages).toEqual([]);
    return data.drugLabelSets;
  };

  test('none ships; the latest loaded is in force, and the same again is nothing', async () => {
    expect(await sets()).toEqual([]);
    await putLabels(sql, file(line()), '2026-10-01', 'tester');
    expect(await putLabels(sql, file(line()), '2026-10-01', 'tester')).toEqual({
      labels: 1,
      unchanged: true,
    });
    await putLabels(sql, file(line(), line({ authority: 'FDA' })), '2026-11-01', 'tester');
    expect(await sets()).toEqual([
      { asOf: '2026-11-01', labels: 2, loadedBy: 'tester', inForce: true },
      { asOf: '2026-10-01', labels: 1, loadedBy: 'tester', inForce: false },
    ]);
    await expect(putLabels(sql, file('x'), '2026-11-02', 'tester')).rejects.toThrow('line 2');
  });
});
