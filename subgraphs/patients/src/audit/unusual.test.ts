import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AccountDay,
  type Opened,
  unusualDays,
  unusualNames,
  unusualRestricted,
} from './unusual.ts';

const on = (day: string, shown: number, night = 0, accountId = 'dr-li'): AccountDay => ({
  accountId,
  role: 'CLINICIAN',
  day,
  shown,
  night,
});
const week = [10, 20, 20, 25, 30].map((shown, i) => on(`2026-03-0${i + 1}`, shown));

test('far more patients on a day than three times the median of the account’s earlier days is told with both numbers', () => {
  expect(unusualDays([...week, on('2026-03-06', 61)], '2026-03-06')).toEqual([
    {
      kind: 'VOLUME',
      account: 'dr-li',
      role: 'CLINICIAN',
      day: '2026-03-06',
      observed: 61,
      usual: 20,
      patientIds: [],
    },
  ]);
  expect(unusualDays([...week, on('2026-03-06', 60)], '2026-03-06')).toEqual([]);
});

test('three times very few is not many', () => {
  const quiet = week.map((day) => ({ ...day, shown: 2 }));
  expect(unusualDays([...quiet, on('2026-03-06', 50)], '2026-03-06')).toEqual([]);
  expect(unusualDays([...quiet, on('2026-03-06', 51)], '2026-03-06')).toHaveLength(1);
});

test('an account with hardly a past, and another’s past, tell nothing of what is usual', () => {
  const others = week.map((day) => ({ ...day, accountId: 'dr-wu' }));
  expect(unusualDays([...others, on('2026-03-06', 300)], '2026-03-06')).toEqual([]);
  expect(unusualDays([...others, on('2026-03-06', 301)], '2026-03-06')).toMatchObject([
    { kind: 'VOLUME', usual: null },
  ]);
});

test('requests at night are told by number; days before the time asked for are not told', () => {
  const days = [on('2026-03-05', 1, 2), on('2026-03-06', 1, 3)];
  expect(unusualDays(days, '2026-03-06')).toMatchObject([{ kind: 'OUTSIDE_HOURS', observed: 3 }]);
});

test('property: an account that does the same every day is never told of its volume', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 28 }), (shown, n) => {
      const days = Array.from({ length: n }, (_, i) =>
        on(`2026-02-${String(i + 1).padStart(2, '0')}`, shown),
      );
      expect(unusualDays(days, '2026-02-01')).toEqual([]);
    }),
  );
});

const opened = (patientId: string, name: string, accountId = 'dr-li'): Opened => ({
  accountId,
  role: 'CLINICIAN',
  patientId,
  day: '2026-03-06',
  names: [name],
});
const holders = [
  { accountId: 'dr-li', names: ['Li Jie', '李洁'] },
  { accountId: 'dr-ou', names: ['Ouyang Xiu', '欧阳修'] },
];

test.each([
  ['李 洁', ['COLLEAGUE']],
  ['欧阳修', ['COLLEAGUE']],
  ['OUYANG XIU', ['COLLEAGUE']],
  ['李明', ['SAME_SURNAME']],
  ['王明', []],
  ['Li Ming', []],
  ['欧明', []],
])('a patient called %s, opened by 李洁: %o', (name, kinds) => {
  expect(unusualNames([opened('a', name)], holders).map(({ kind }) => kind)).toEqual(kinds);
});

test('a surname of two signs is one, and the patients of an account are one finding', () => {
  expect(
    unusualNames(
      [
        opened('a', '欧阳明', 'dr-ou'),
        opened('b', '欧阳红', 'dr-ou'),
        opened('c', '欧明', 'dr-ou'),
      ],
      holders,
    ),
  ).toMatchObject([
    { kind: 'SAME_SURNAME', account: 'dr-ou', observed: 2, patientIds: ['a', 'b'] },
  ]);
});

test('an account whose holder is not known is compared with colleagues alone', () => {
  expect(
    unusualNames([opened('a', '李洁', 'oidc:x'), opened('b', '李红', 'oidc:x')], holders),
  ).toMatchObject([{ kind: 'COLLEAGUE', patientIds: ['a'] }]);
});

test('restricted patients shown to an account are one finding, each patient once, of the last day', () => {
  const access = (patientId: string, day: string, accountId = 'dr-li') => ({
    accountId,
    role: 'CLINICIAN',
    patientId,
    day,
  });
  const accesses = [
    access('a', '2026-03-05'),
    access('a', '2026-03-07'),
    access('b', '2026-03-06'),
    access('a', '2026-03-06', 'dr-wu'),
  ];
  const of = { kind: 'RESTRICTED', role: 'CLINICIAN', usual: null };
  expect(unusualRestricted(accesses)).toEqual([
    { ...of, account: 'dr-li', day: '2026-03-07', observed: 2, patientIds: ['a', 'b'] },
    { ...of, account: 'dr-wu', day: '2026-03-06', observed: 1, patientIds: ['a'] },
  ]);
  expect(unusualRestricted([])).toEqual([]);
});
