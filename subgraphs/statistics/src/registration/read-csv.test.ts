import { describe, expect, test } from 'vitest';
import { REGISTRATION_COLUMNS, readRegistries } from './read-csv.ts';

const heading = REGISTRATION_COLUMNS.join(',');
const row = (of: Record<string, string | number> = {}, lived = 1000) => {
  const said: Record<string, string | number> = {
    ...{ registry: 'GD', name_en: 'Guangdong Registry', name_zh: '广东登记处' },
    ...{ source_en: 'Census', source_zh: '人口普查', region: '440000', year: 2022 },
    ...{ completeness: 96, closed_on: '2024-06-30', sex: 'female', ...of },
  };
  return REGISTRATION_COLUMNS.map((name) => said[name] ?? lived).join(',');
};
const file = (...rows: string[]) => [heading, ...rows].join('\n');

test('a registry with an area in a year: person-years of women and men by age', () => {
  const [registry] = readRegistries(file(row(), row({ sex: 'male' }, 1100)));
  expect(registry).toMatchObject({
    code: 'GD',
    name: { zh: '广东登记处' },
    source: { en: 'Census' },
    areas: [{ region: '440000', year: 2022, completeness: 0.96, closedOn: '2024-06-30' }],
  });
  const [women, men] = registry?.areas[0]?.lived ?? [];
  expect(women).toEqual(new Float64Array(18).fill(1000));
  expect(men).toEqual(new Float64Array(18).fill(1100));
});

test('a year that is open has no day of closing', () => {
  const open = { closed_on: '' };
  const [registry] = readRegistries(file(row(open), row({ ...open, sex: 'male' })));
  expect(registry?.areas[0]?.closedOn).toBeNull();
});

describe('what cannot be is refused by its line, with how to correct it', () => {
  const man = (of: Record<string, string | number> = {}) => row({ ...of, sex: 'male' });
  test.each([
    ['no rows', heading, 'line 1: the file has no rows'],
    ['no column', 'registry\nGD', 'columns are missing: name_en'],
    [
      'a county',
      file(row({ region: '440106' }), man({ region: '440106' })),
      'residence to the province',
    ],
    ['one sex alone', file(row()), 'line 2: the row of male'],
    ['a sex twice', file(row(), row()), 'line 3: a second row of female'],
    ['another sex', file(row({ sex: 'x' })), 'give female or male'],
    [
      'closed within the year',
      file(row({ closed_on: '2022-12-31' }), man({ closed_on: '2022-12-31' })),
      'not after the year',
    ],
    [
      'no day',
      file(row({ closed_on: '2024-02-30' }), man({ closed_on: '2024-02-30' })),
      'YYYY-MM-DD',
    ],
    [
      'a share for percent',
      file(row({ completeness: 960 }), man({ completeness: 960 })),
      'from 0 to 100',
    ],
    ['people below nobody', file(row({ '40': -1 }), man()), 'line 2: 40 is “-1”'],
    [
      'two completenesses of one year',
      file(row(), man({ completeness: 95 })),
      'completeness differs from line 2',
    ],
    [
      'two names of one registry',
      file(
        row(),
        man(),
        row({ year: 2021, name_en: 'Other' }),
        man({ year: 2021, name_en: 'Other' }),
      ),
      'name_en of GD differs',
    ],
    ['a cell too many', `${file(row())},7`, 'line 2'],
  ])('%s', (_, text, message) => {
    expect(() => readRegistries(text)).toThrow(message);
  });
});
