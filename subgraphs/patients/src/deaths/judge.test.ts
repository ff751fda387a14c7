import { expect, test } from 'vitest';
import { type DeathCandidate, judgeDeath, mayBeOneDay } from './judge.ts';
import { DeathFileRefused, readDeaths } from './read-file.ts';

const one = (more: Partial<DeathCandidate> = {}): DeathCandidate => ({
  ...{ patientId: 'a', byNumber: true, sameName: true, vitalStatus: 'ALIVE' },
  ...{ diedOn: null, diedPrecision: null, lastContactOn: '2026-01-10' },
  ...more,
});
const judge = (died: string, ...candidates: DeathCandidate[]) => judgeDeath({ died }, candidates);

test('number, day of birth and name agree with one patient: linked', () => {
  expect(judge('2026-03-01', one())).toMatchObject({ outcome: 'LINK' });
  expect(judge('2026-01', one())).toMatchObject({ outcome: 'LINK' });
});

test.each([
  ['two patients', [one(), one({ patientId: 'b' })], 'SEVERAL'],
  ['another name', [one({ sameName: false })], 'NAME_DIFFERS'],
  ['no number', [one({ byNumber: false })], 'NAME_ONLY'],
  ['met the day after', [one({ lastContactOn: '2026-03-02' })], 'MET_AFTER'],
] as const)('%s: for a person to decide', (_, candidates, because) => {
  expect(judge('2026-03-01', ...candidates)).toMatchObject({ outcome: 'DOUBTFUL', because });
});

test('nobody agrees: unmatched; dates that may be one are one', () => {
  expect(judge('2026-03-01')).toEqual({ outcome: 'UNMATCHED' });
  expect([mayBeOneDay('2026', '2026-03-01'), mayBeOneDay('2026-03-01', '2026-03-02')]).toEqual([
    true,
    false,
  ]);
});

const read = (text: string | Uint8Array) =>
  readDeaths(typeof text === 'string' ? new TextEncoder().encode(text) : text, '2026-11-30');

test('a register in either language, with the day of birth taken from the number', () => {
  expect(
    read('姓名,身份证号,死亡日期,死因\r\n王小明,11010519491231002X,2026/3/1,C34.1\r\n'),
  ).toEqual([
    {
      ...{ line: 2, name: '王小明', number: '11010519491231002X', born: '1949-12-31' },
      ...{ died: '2026-03-01', cause: 'C34.1' },
    },
  ]);
  // 王 in GB 18030.
  const gb = Uint8Array.from([...Buffer.from('name,birth_date,death_date\n'), 0xcd, 0xf5]);
  expect(read(Buffer.concat([gb, Buffer.from(',1950-02-03,2026')]))).toMatchObject([
    { name: '王', number: null, born: '1950-02-03', died: '2026' },
  ]);
});

test('rows that cannot be used say why, each by its line', () => {
  const file = [
    'name,national_id,birth_date,death_date',
    ',,1950-01-01,2026-01-01',
    'A,123,,2026-01-01',
    'A,,1950-01-01,soon',
    'A,,1950-01-01,2026-12-01',
    'A,,1950-01-01,1949',
  ].join('\n');
  expect(
    read(file).map((row) => ('problem' in row ? [row.line, row.problem.en.slice(0, 30)] : row)),
  ).toEqual([
    [2, 'The name is missing.'],
    [3, 'The day of birth is missing or'],
    [4, 'The date of death is missing o'],
    [5, 'The date of death is after tod'],
    [6, 'The death is before the birth.'],
  ]);
  for (const none of ['', 'name,cause\nA,B\n', 'name,national_id,death_date\n"A,1,2\n'])
    expect(() => read(none)).toThrow(DeathFileRefused);
});
