import { describe, expect, test } from 'vitest';
import { PAGE_B } from '../page-b/rule.ts';
import { answersOfFile } from './answers-file.ts';
import { csvRecords } from './csv.ts';

const answers = async (
  parts: readonly string[],
  language: 'en' | 'zh' = 'en',
  most?: number,
): Promise<Record<string, string>[]> => {
  async function* source() {
    yield* parts;
  }
  const lines: string[] = [];
  for await (const line of answersOfFile(PAGE_B, source(), language, most)) lines.push(line);
  const [heading, ...rows] = csvRecords(lines.join(''));
  return rows.map(({ cells }) =>
    Object.fromEntries(heading?.cells.map((name, i) => [name, cells[i] ?? '']) ?? []),
  );
};

const HEADING = 'name,age,male,platelets_10e9_L\n';

describe('answers to the persons of a file', () => {
  test('each row with its answer and why, wherever the file is cut', async () => {
    const whole = `${HEADING}甲,60,false,250\n乙,60,true,199\n`;
    for (const at of [1, 20, 38, 45])
      expect(await answers([whole.slice(0, at), whole.slice(at)])).toMatchObject([
        { line: '2', name: '甲', points: '8', risk: 'low', error: '' },
        { line: '3', name: '乙', points: '20', risk: 'high', why: expect.stringContaining('= 20') },
      ]);
  });

  test('what is missing, and for whom the rule is not, are answers', async () => {
    expect(await answers([`${HEADING}a,60,,250\nb,12,true,200\n`], 'zh')).toMatchObject([
      { points: '', missing: 'male', error: '' },
      { not_applicable: '16岁以下不适用。', missing: '' },
    ]);
  });

  test('a value that cannot be read is said by line and column with its remedy, and the next row is answered', async () => {
    expect(
      await answers([`${HEADING}a,sixty,true,250\nb,60,maybe,1\nc,60\nd,60,true,199\n`]),
    ).toMatchObject([
      { line: '2', error_column: 'age', remedy: expect.stringContaining('from 0 to 130') },
      { line: '3', error_column: 'male', remedy: expect.stringContaining('true or false') },
      { line: '4', error_column: '', error: '2 cells under 4 columns' },
      { line: '5', points: '20', error: '' },
    ]);
  });

  test('what a spreadsheet would run is made text, and numbers stay numbers', async () => {
    const [row] = await answers([`${HEADING}=cmd(),-1,true,250\n`]);
    expect(row).toMatchObject({ name: "'=cmd()", age: '-1', error_column: 'age' });
  });

  test('a file with more rows than are answered ends with a line that says so', async () => {
    const rows = await answers([HEADING, 'a,60,true,1\n'.repeat(5)], 'en', 3);
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatchObject({ line: '5', error: 'more than 3 rows', points: '' });
  });

  test('a quotation mark that is not closed ends the file where it stands, with every row before it answered', async () => {
    const rows = await answers([`${HEADING}a,60,true,1\nc,60,true,199\n"b,60`]);
    expect(rows.map(({ points }) => points)).toEqual(['23', '20', '']);
    expect(rows[2]).toMatchObject({ line: '4', error: 'a quotation mark is not closed' });
  });

  test.each([
    ['', 'empty'],
    ['age,waist\n1,2\n', 'field waist'],
    ['age,age\n1,2\n', 'twice'],
  ])('%o is refused as a whole', async (text, message) => {
    await expect(answers([text])).rejects.toThrow(message);
  });
});
